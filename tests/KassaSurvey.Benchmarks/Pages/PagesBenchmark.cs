using System.Globalization;
using KassaSurvey.Benchmarks.Load;

namespace KassaSurvey.Benchmarks.Pages;

/// <summary>
/// Managers who change filters: each turn asks the real program for a whole page of results of a population that nobody asked for before,
/// by 20 who never pause, by one, and by 20 who look at a page for a second. Ten years of 10 000 answers and forty questions each; then a wave of 1 000 000.
/// </summary>
internal static class PagesBenchmark
{
    public const string Verb = "pages";

    private const int ManyAtOnce = 20;
    private const string Small = "ten-years";
    private const string Large = "million";

    private static readonly string[] Ages = ["-29", "30-39", "40-49", "50-59", "60-"];
    private static readonly string[] Regions = ["Lappi", "Pirkanmaa", "Uusimaa"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kassa-pages-");
        try
        {
            var path = Path.Combine(folder.FullName, "kassa.db");
            await PagesDatabase.CreateAsync(path, (Small, PagesDatabase.Years, 10_000), (Large, 2, 1_000_000));
            await using var server = await ServerProcess.StartProgramAsync(path);
            using var manager = await StaffClient.OpenAsync(server.Address, "manager@demo.example", "Demonstration-2020", ManyAtOnce);
            Console.WriteLine(LoadReport.Heading);
            // The runtime compiles what is used often a second time, better; and every wave is read from disk once.
            await LoadRun.ExecuteAsync(2, [.. Addresses("/", Small, 1500, seed: 1)], manager.ReadAsync, server);
            foreach (var (page, name) in new[] { ("/", "overview"), ("/areas/AREA3", "area"), ("/groups", "by group") })
            {
                await LoadRun.ExecuteAsync(2, [.. Addresses(page, Small, 200, seed: 3)], manager.ReadAsync, server);
                await MeasureAsync($"{name}, 10 000", page, Small, 400, ManyAtOnce);
                await MeasureAsync($"{name}, 10 000", page, Small, 100, 1);
                await MeasureAsync($"{name}, thought 1 s", page, Small, 400, ManyAtOnce, TimeSpan.FromSeconds(1));
            }

            await LoadRun.ExecuteAsync(1, [.. Addresses("/", Large, 3, seed: 2)], manager.ReadAsync, server);
            await MeasureAsync("overview, 1 000 000", "/", Large, 60, 1);
            await MeasureAsync("overview, 1 000 000", "/", Large, 100, ManyAtOnce);
            await MeasureAsync("overview, thought 1 s", "/", Large, 200, ManyAtOnce, TimeSpan.FromSeconds(1));
            return 0;

            async Task MeasureAsync(string what, string page, string survey, int turns, int atOnce, TimeSpan thought = default) =>
                Console.WriteLine((await LoadRun.ExecuteAsync(atOnce, [.. Addresses(page, survey, turns, seed: turns + atOnce + page.Length)], manager.ReadAsync, server, thought)).Line(what, atOnce));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Populations at random, no two alike in one run.</summary>
    private static IEnumerable<string> Addresses(string page, string survey, int count, int seed)
    {
        var random = new Random(seed);
        var years = survey == Large ? 1 : PagesDatabase.Years - 1;
        return Enumerable.Repeat(0, int.MaxValue).Select(_ => Address()).Distinct().Take(count);

        string Address()
        {
            var year = PagesDatabase.FirstYear + PagesDatabase.Years - 1 - random.Next(years);
            var where = Chosen("age", Ages).Concat(Chosen("region", Regions)).Select(condition => "&where=" + Uri.EscapeDataString(condition));
            var by = page == "/groups" ? "&by=" + (random.Next(2) == 0 ? "age" : "region") + "&sort=" + random.Next(3).ToString(CultureInfo.InvariantCulture) : "";
            return string.Create(CultureInfo.InvariantCulture, $"{page}?survey={survey}&year={year}{string.Concat(where)}{by}");
        }

        IEnumerable<string> Chosen(string segment, string[] values)
        {
            var chosen = values.Where(_ => random.Next(2) == 0).ToList();
            return chosen.Count == values.Length ? [] : chosen.Select(value => $"{segment}:{value}");
        }
    }
}
