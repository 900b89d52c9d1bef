using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>The rows of a file that make one wave.</summary>
/// <param name="Name">What the wave is called.</param>
/// <param name="Items">One column a item; NaN = missing.</param>
/// <param name="Weights">One weight a row; empty = unweighted.</param>
/// <param name="Ids">One member a row, empty = unknown; none at all when members are not known.</param>
internal sealed record WaveRows(string Name, IReadOnlyDictionary<string, double[]> Items, double[] Weights, string[] Ids)
{
    /// <summary>The mean of an item.</summary>
    public Estimate Mean(string item) => MeanEstimate.FromValues(Items[item], Weights, [], Items[item].Length);

    /// <summary>The rows with a usable weight that are to be taken.</summary>
    public static WaveRows Of(DataFile file, string name, CompareFiles.Query query, Func<int, bool> takes)
    {
        var weights = query.Weight is { } weight ? file.Numbers(weight) : null;
        int[] rows = [.. Enumerable.Range(0, file.RowCount).Where(row => takes(row) && (weights is null || weights[row] >= 0))];
        return new(
            name,
            query.Items.ToDictionary(item => item, item => Pick(file.Numbers(item)), StringComparer.Ordinal),
            weights is null ? [] : Pick(weights),
            query.Id is { } id ? Pick(file.Texts(id)) : []);

        T[] Pick<T>(T[] column) => [.. rows.Select(row => column[row])];
    }

    /// <summary>What is wrong with the file for this comparison; cells that can be done without are left out.</summary>
    public static IEnumerable<Error> Check(DataFile file, CompareFiles.Query query, LeftOutCells leftOut)
    {
        string?[] columns = [query.WaveColumn, query.Weight, query.Id, .. query.Items];
        var unknown = columns.OfType<string>().SelectMany(column => file.Find(column).Errors).ToList();
        if (unknown.Count > 0)
        {
            return unknown;
        }

        foreach (var item in query.Items)
        {
            leftOut.Add(file, file.NotNumbers(item));
        }

        var errors = query.Items.SelectMany(item => OutOfScale(file, item, query.ScaleOf(item)))
            .Take(DataFile.LongestList).Select(issue => AnalysisErrors.BadFile(file.Name, issue)).ToList();
        if (query.Weight is { } weight)
        {
            leftOut.Add(file, FileWeights.Unusable(file, weight));
            errors.AddRange(FileWeights.Check(file, weight));
        }

        return errors;
    }

    // A wrong scale would give a wrong index and a wrong margin, so this stops the comparison instead of leaving cells out.
    private static IEnumerable<ImportIssue> OutOfScale(DataFile file, string item, AnswerScale scale)
    {
        var (numbers, texts) = (file.Numbers(item), file.Texts(item));
        return Enumerable.Range(0, numbers.Length)
            .Where(row => numbers[row] < scale.Minimum || numbers[row] > scale.Maximum)
            .Select(row => ImportIssue.Of(file.LineOf(row), item, texts[row], ImportErrors.OutOfScale(scale.Minimum, scale.Maximum)));
    }
}
