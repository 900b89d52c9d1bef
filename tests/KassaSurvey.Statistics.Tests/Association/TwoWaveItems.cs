using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

/// <summary>The driver model of the synthetic 2020 wave: blocks, arrows and items stacked column by column.</summary>
public static class TwoWaveItems
{
    public static readonly string[] Blocks = ["IMAGE", "HANDLING", "DIGITAL", "SERVICE", "SAT", "LOY"];

    public static readonly string[] Names =
    [
        "IM_TRUST", "IM_MEMBER", "IM_FUTURE", "A_SPEED", "A_RELIAB", "A_DECISION", "A_WEB_EASE", "A_FORM", "A_INFO", "A_SITE",
        "A_SERVICE", "A_EXPERT", "Q_OVERALL", "EX_MET", "EX_IDEAL", "LO_AGAIN", "LO_RECOMMEND",
    ];

    public static readonly double[] Minima = [.. Names.Select(name => name == "LO_RECOMMEND" ? 0.0 : 1)];

    public static readonly double[] Maxima = [.. Names.Select(name => name == "LO_RECOMMEND" ? 10.0 : 7)];

    public static PathSpecification Model { get; } = new(
        [new([0, 1, 2]), new([3, 4, 5]), new([6, 7, 8, 9]), new([10, 11]), new([12, 13, 14]), new([15, 16])],
        [(0, 1), (0, 2), (0, 3), (0, 4), (1, 4), (2, 4), (3, 4), (0, 5), (4, 5)]);

    public static double[] Stacked { get; } = [.. Names.SelectMany(name => TwoWaves.Numbers(2020, name))];

    /// <summary>Whole-number weights of the complete respondents; 0 for the others.</summary>
    public static double[] IntegerWeights
    {
        get
        {
            var table = ReferenceTable.Read("synthetic/integer_weights_2020_cc.csv");
            var weights = Enumerable.Range(0, table.Count).ToDictionary(row => table.Text(row, "member"), row => table.Number(row, "wint"));
            return [.. TwoWaves.Texts(2020, "member").Select(member => weights.GetValueOrDefault(member))];
        }
    }
}
