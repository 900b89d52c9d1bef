namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>The synthetic two-wave survey (987 and 1 025 answers, 143 members in both) and R's results on it.</summary>
public static class TwoWaves
{
    public const byte Missing = 99;

    private static readonly Lazy<ReferenceTable> LazyData = new(() => ReferenceTable.Read("synthetic/koko_like_two_waves.csv"));
    private static readonly Lazy<ReferenceTable> LazyExpected = new(() => ReferenceTable.Read("synthetic_koko_reference.csv"));

    public static ReferenceTable Data => LazyData.Value;

    public static ReferenceTable Expected => LazyExpected.Value;

    public static int[] Years { get; } = [2019, 2020];

    public static string[] Items { get; } =
    [
        "Q_OVERALL", "A_SPEED", "A_RELIAB", "A_DECISION", "A_WEB_EASE", "A_FORM", "A_INFO", "A_SITE", "A_SERVICE", "A_EXPERT",
        "P_REACH", "P_SOLVED", "M_SPEED", "IM_TRUST", "IM_MEMBER", "IM_FUTURE", "EX_MET", "EX_IDEAL", "LO_AGAIN", "LO_RECOMMEND",
    ];

    public static int[] Rows(int year) => [.. Enumerable.Range(0, Data.Count).Where(row => Data.Number(row, "wave") == year)];

    public static double[] Numbers(int year, string column) => [.. Rows(year).Select(row => Data.Number(row, column))];

    public static string[] Texts(int year, string column) => [.. Rows(year).Select(row => Data.Text(row, column))];

    public static byte[] Codes(int year, string column) =>
        [.. Numbers(year, column).Select(value => double.IsNaN(value) ? Missing : (byte)value)];

    public static ulong[] Bitmap(IReadOnlyList<bool> flags)
    {
        var words = new ulong[(flags.Count + 63) / 64];
        for (var i = 0; i < flags.Count; i++)
        {
            words[i / 64] |= flags[i] ? 1UL << (i % 64) : 0;
        }

        return words;
    }

    public static (int Low, int High) Scale(string item) => item == "LO_RECOMMEND" ? (0, 10) : item == "contact" ? (0, 1) : (1, 7);
}
