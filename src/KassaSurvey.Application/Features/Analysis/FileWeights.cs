using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>A file's column of weights.</summary>
internal static class FileWeights
{
    /// <summary>Cells that are no weight: empty, no number, or below 0. Their rows are left out.</summary>
    public static IEnumerable<ImportIssue> Unusable(DataFile file, string column)
    {
        var (numbers, texts) = (file.Numbers(column), file.Texts(column));
        var empty = Enumerable.Range(0, numbers.Length).Where(row => DataFile.IsMissing(texts[row]) || numbers[row] < 0)
            .Select(row => ImportIssue.Of(file.LineOf(row), column, texts[row], ImportErrors.NegativeWeight()));
        return file.NotNumbers(column).Concat(empty);
    }

    /// <summary>Weights of 0 everywhere weigh nothing.</summary>
    public static IEnumerable<Error> Check(DataFile file, string column) =>
        file.Numbers(column).Any(weight => weight > 0) ? [] : [AnalysisErrors.NoWeight(file.Name, column)];
}
