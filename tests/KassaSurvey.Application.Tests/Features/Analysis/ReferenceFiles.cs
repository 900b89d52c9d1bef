using System.Text;
using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Application.Tests.Features.Analysis;

/// <summary>The synthetic two waves, their population and what R says of them; and short files made for a test.</summary>
internal static class ReferenceFiles
{
    public static string[] Items { get; } =
    [
        "Q_OVERALL", "A_SPEED", "A_RELIAB", "A_DECISION", "A_WEB_EASE", "A_FORM", "A_INFO", "A_SITE", "A_SERVICE", "A_EXPERT",
        "P_REACH", "P_SOLVED", "M_SPEED", "IM_TRUST", "IM_MEMBER", "IM_FUTURE", "EX_MET", "EX_IDEAL", "LO_AGAIN", "LO_RECOMMEND",
    ];

    public static Task<DataFile> TwoWavesAsync() => OpenAsync("koko_like_two_waves.csv");

    /// <summary>The rows of one year.</summary>
    public static async Task<DataFile> WaveAsync(int year)
    {
        var lines = await File.ReadAllLinesAsync(PathOf("koko_like_two_waves.csv"));
        return await OfAsync(string.Join('\n', lines.Where((line, i) => i == 0 || line.Split(',')[1] == $"{year}")), $"{year}.csv");
    }

    public static async Task<string> MarginsTextAsync() => string.Join(
        '\n', (await File.ReadAllLinesAsync(PathOf("population_margins.csv"))).Skip(1).Prepend("variable,category,total"));

    public static async Task<DataFile> MarginsAsync() => await OfAsync(await MarginsTextAsync(), "margins.csv");

    /// <summary>One column of a reference table by id.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> ExpectedAsync(string file, string column)
    {
        var table = await OpenAsync(file);
        var values = table.Numbers(column);
        return table.Texts("id").Select((id, row) => (id, row)).ToDictionary(pair => pair.id, pair => values[pair.row]);
    }

    public static async Task<DataFile> OfAsync(string csv, string name = "file.csv")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return (await DataFile.ReadAsync(content, name, CancellationToken.None)).Value;
    }

    public static void Close(double expected, double? actual, double relative, string what = "") =>
        Assert.True(actual is { } value && Math.Abs(value - expected) <= relative * Math.Abs(expected), $"{what}: {expected} expected, {actual} found");

    private static async Task<DataFile> OpenAsync(string name)
    {
        await using var content = File.OpenRead(PathOf(name));
        return (await DataFile.ReadAsync(content, name, CancellationToken.None)).Value;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Features", "Analysis", "Data", name);
}
