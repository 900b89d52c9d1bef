using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

/// <summary>The mobile phone customers of the European index (250 answers, 1–10), read from outside.</summary>
public static class Mobi
{
    public static readonly string[] Blocks = ["Image", "Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"];

    private static readonly string[] Prefixes = ["IMAG", "CUEX", "PERQ", "PERV", "CUSA", "CUSCO", "CUSL"];

    private static readonly Lazy<ReferenceTable> Table = new(() => ReferenceTable.ReadExternal("pls/mobi.csv"));

    public static string[] Items => [.. Table.Value.Columns];

    public static int[] Block(string prefix) => [.. Enumerable.Range(0, Items.Length)
        .Where(item => Items[item] == prefix || (Items[item].StartsWith(prefix, StringComparison.Ordinal) && char.IsDigit(Items[item][^1])))];

    public static double[] Numbers(string item) => Table.Value.Numbers(item);

    public static double[] BlockMeans(string prefix)
    {
        var columns = Block(prefix).Select(item => Numbers(Items[item])).ToArray();
        return [.. Enumerable.Range(0, Table.Value.Count).Select(row => columns.Average(column => column[row]))];
    }

    public static CovarianceMatrix Matrix(double[] weights) => CovarianceMatrix.Of([.. Items.SelectMany(Numbers)], Items.Length, weights);

    public static (CovarianceMatrix Matrix, PathSpecification Specification) Load(InnerScheme scheme) => (
        Matrix([]),
        new PathSpecification(
            [.. Prefixes.Select(prefix => new PathBlock(Block(prefix)))],
            [(0, 1), (0, 4), (0, 6), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4), (4, 5), (4, 6), (5, 6)],
            scheme));
}
