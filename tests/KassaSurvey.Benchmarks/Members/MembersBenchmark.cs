using System.Diagnostics;
using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Benchmarks.Members;

/// <summary>
/// Checks and imports a member file of 755 000 rows on a real database file, then the same file again, while somebody else writes every
/// tenth of a second: time, peak memory, and how long the other writer had to wait. Then lists and searches the members.
/// </summary>
internal static class MembersBenchmark
{
    public const string Verb = "members";

    private const int Rows = 755_000;
    private static readonly string[] Regions = ["Blekinge", "Dalarna", "Gotland", "Skåne", "Stockholm", "Uppsala", "Värmland", "Västra Götaland"];
    private static readonly string[] Names = ["Anna Öberg", "Erik Lund", "Åsa Berg", "Maria Ek", "Lars Ström", "Karin Åkesson", "Johan Dahl"];

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        var viewer = survey.Staff(Role.SurveyManager);
        await using var file = await GenerateAsync();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows, {file.Length / 1e6:0} MB"));

        var import = new ImportMembers(survey.Database, TimeProvider.System);
        var command = new ImportMembers.Command(survey.Fund.Key) { Leavers = Leavers.Mark };
        await MeasureAsync("check", () => import.ExecuteAsync(viewer, command with { DryRun = true }, file, null, default), Describe);
        using (var other = new OtherWriter(database))
        {
            await MeasureAsync("import", () => import.ExecuteAsync(viewer, command, file, null, default), Describe);
            await MeasureAsync("import again", () => import.ExecuteAsync(viewer, command, file, null, default), Describe);
            await other.StopAsync();
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"another writer meanwhile: {other.Writes} writes, longest wait {other.Longest.TotalMilliseconds:0} ms"));
        }

        var find = new FindMembers(survey.Database);
        var count = new CountMembers(survey.Database);
        await MeasureAsync("list: first page", () => find.ExecuteAsync(viewer, new(new()), default), page => $"{page.Rows.Length} rows");
        await MeasureAsync("list: page in the middle", () => find.ExecuteAsync(viewer, new(new(), After: "1400000"), default), page => $"{page.Rows.Length} rows");
        await MeasureAsync("search a name", () => find.ExecuteAsync(viewer, new(new("åsa be")), default), page => $"{page.Rows.Length} rows");
        await MeasureAsync("search an address", () => find.ExecuteAsync(viewer, new(new("m75400")), default), page => $"{page.Rows.Length} rows");
        var group = new MemberFilter(Standing: MemberStanding.Active, Segment: new("region", "Gotland"));
        await MeasureAsync("list a group", () => find.ExecuteAsync(viewer, new(group), default), page => $"{page.Rows.Length} rows");
        await MeasureAsync("count everybody", () => count.ExecuteAsync(viewer, new(), default), counted => $"{counted.Number}");
        await MeasureAsync("count a group", () => count.ExecuteAsync(viewer, group, default), counted => $"{counted.Number} {counted.IsMore}");
        await MeasureAsync("export", () => new ExportMembers(survey.Database, TimeProvider.System).ExecuteAsync(viewer, new(), Stream.Null, default), rows => $"{rows} rows");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }

    private static async Task<FileStream> GenerateAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"kassa-members-{Guid.NewGuid():N}.csv");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        await text.WriteLineAsync("medlemsnummer;namn;e-post;telefon;gatuadress;postnummer;ort;språk;födelseår;senaste kontakt;kontaktkanal;region;union;benefit");
        for (var i = 0; i < Rows; i++)
        {
            await text.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{1_000_000 + i};{Names[i % Names.Length]} {i};m{i}@example.org;070 {i:0000000};Storgatan {i % 200};{10_000 + (i % 80_000)};Stockholm;sv;{1950 + (i % 50)};2026-{1 + (i % 9):00}-{1 + (i % 28):00};phone;{Regions[i % 97 % Regions.Length]};U{i % 23};{(i % 3 == 0 ? "yes" : "no")}"));
        }

        return file;
    }

    private static string Describe(MemberImportReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Outcome}: added {report.Added}, changed {report.Changed}, unchanged {report.Unchanged}, refused {report.BadRows}, left {report.Left}");

    private static async Task MeasureAsync<T>(string what, Func<Task<Result<T>>> work, Func<T, string> describe)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var result = await work();
        var seconds = clock.Elapsed.TotalSeconds;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-26} {seconds,7:0.000} s  {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,4:0} MB  {(result.IsSuccess ? describe(result.Value) : string.Join("; ", result.Errors))}"));
    }

    /// <summary>Writes a row every tenth of a second, as a member who answers does, and remembers the longest wait.</summary>
    private sealed class OtherWriter : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _work;

        public OtherWriter(TestDatabase database) => _work = Task.Run(() => WriteAsync(database));

        public int Writes { get; private set; }

        public TimeSpan Longest { get; private set; }

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await _work;
        }

        public void Dispose() => _stop.Dispose();

        private async Task WriteAsync(TestDatabase database)
        {
            await using var connection = new SqliteConnection(database.Settings.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=60000; CREATE TABLE IF NOT EXISTS \"Waits\" (\"At\" TEXT); INSERT INTO \"Waits\" VALUES (datetime())";
            while (!_stop.IsCancellationRequested)
            {
                var clock = Stopwatch.StartNew();
                await command.ExecuteNonQueryAsync();
                Longest = clock.Elapsed > Longest ? clock.Elapsed : Longest;
                Writes++;
                await Task.Delay(100);
            }
        }
    }
}
