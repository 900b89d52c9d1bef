namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>
/// The means that the demonstration fund's waves are made to have. 2019 and 2020 follow what one Finnish fund published:
/// overall 6.02 and 6.23, all improved but two, service attitude improved most, reliability and service attitude best,
/// 51.9 % in contact, telephone most to develop. The other figures are made up around them.
/// </summary>
internal static class DemonstrationFigures
{
    public const int FirstYear = 2011;
    public const int LastYear = 2020;

    /// <summary>Share of respondents who had been in contact by phone or electronically in 2020: 532 of 1 025.</summary>
    public const double ContactShare2020 = 0.519;

    private static readonly int[] Respondents = [812, 845, 901, 876, 934, 958, 1003, 969, 987, 1025];
    private static readonly int[] InvitedMembers = [2600, 2750, 2900, 2900, 3100, 3200, 3400, 3500, 3600, 3900];
    private static readonly double[] Overall = [5.62, 5.68, 5.75, 5.81, 5.79, 5.88, 5.95, 5.97, 6.02, 6.23];

    // Code, mean 2019, mean 2020.
    private static readonly (string Code, double Mean2019, double Mean2020)[] Items =
    [
        ("HAN_SPEED", 5.62, 5.65), ("HAN_RELIABLE", 6.14, 6.41), ("HAN_DECISION", 5.80, 6.06), ("HAN_INFORMED", 5.45, 5.72),
        ("DIG_EASE", 5.88, 5.91), ("DIG_FORM", 5.72, 5.98), ("INF_CLEAR", 5.70, 5.97), ("INF_FIND", 5.58, 5.83),
        ("STF_FRIENDLY", 5.98, 6.37), ("STF_EXPERT", 5.98, 6.26), ("PHO_REACH", 5.04, 5.38), ("MSG_SPEED", 5.58, 5.92),
        ("FEELING", 5.90, 6.12), ("EFFORT", 5.78, 6.02), ("IMG_TRUST", 6.05, 6.25), ("IMG_SIDE", 5.80, 6.02), ("IMG_FORWARD", 5.55, 5.80),
        ("EXP_MET", 5.30, 5.52), ("EXP_IDEAL", 5.40, 5.63), ("LOY_AGAIN", 6.10, 6.30), ("LOY_RECOMMEND", 8.55, 8.90),
    ];

    // Two records stand from earlier years, so 2020 is the best ever in nearly every area, not in all.
    private static readonly Dictionary<(string, int), double> Records = new()
    {
        [("HAN_SPEED", 2014)] = 5.83, [("DIG_EASE", 2016)] = 6.01,
    };

    public static int RespondentsIn(int year) => Respondents[year - FirstYear];

    public static int InvitedIn(int year) => InvitedMembers[year - FirstYear];

    /// <summary>The means of a year by question code; years before 2019 move with the overall grade.</summary>
    public static Dictionary<string, double> MeansIn(int year)
    {
        var means = new Dictionary<string, double>(StringComparer.Ordinal) { ["OVERALL"] = Overall[year - FirstYear] };
        foreach (var (code, mean2019, mean2020) in Items)
        {
            means[code] = year switch
            {
                2020 => mean2020,
                2019 => mean2019,
                _ => Records.TryGetValue((code, year), out var record)
                    ? record
                    : mean2019 + (0.8 * (Overall[year - FirstYear] - Overall[^2])) - Wobble(code, year),
            };
        }

        return means;
    }

    public static double ContactShareIn(int year) => year == LastYear ? ContactShare2020 : 0.44 + (0.004 * (year - FirstYear));

    /// <summary>0 to 0.05, the same each time: years should not run exactly parallel.</summary>
    private static double Wobble(string code, int year) => (((code.Length * 7) + (code[^1] * 3) + (year * 11)) % 6) / 100.0;
}
