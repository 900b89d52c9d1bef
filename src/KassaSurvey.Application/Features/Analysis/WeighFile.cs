using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Weights the rows of an analyst's own file. Nothing is stored and nothing is hidden.</summary>
public static class WeighFile
{
    /// <summary>Makes the weights.</summary>
    /// <param name="file">One row a respondent.</param>
    /// <param name="margins">The margins: variable, category, total.</param>
    /// <param name="baseWeight">The column of weights to start from; null = every row the same.</param>
    /// <param name="trim">Bounds.</param>
    public static Result<WeightingDocument> Execute(DataFile file, DataFile margins, string? baseWeight, WeightTrim trim)
    {
        var read = PopulationMargin.Read(margins);
        if (!read.IsSuccess)
        {
            return Result<WeightingDocument>.Failed(read.Errors);
        }

        var errors = read.Value.Select(margin => margin.Variable).Concat(new[] { baseWeight }.OfType<string>())
            .SelectMany(column => file.Find(column).Errors).ToList();
        if (errors.Count == 0 && baseWeight is not null)
        {
            // A respondent without a base weight cannot be left out: the margins would then be of fewer people than the file.
            errors.AddRange(FileWeights.Unusable(file, baseWeight).Take(DataFile.LongestList).Select(issue => AnalysisErrors.BadFile(file.Name, issue)));
            errors.AddRange(FileWeights.Check(file, baseWeight));
        }

        if (errors.Count > 0)
        {
            return Result<WeightingDocument>.Failed(errors);
        }

        var weights = baseWeight is null ? [.. Enumerable.Repeat(1.0, file.RowCount)] : file.Numbers(baseWeight);
        return RespondentWeights.Weigh(
            file.Name, read.Value, [.. read.Value.Select(margin => Categories(file.Texts(margin.Variable)))], weights, trim, rule: null);
    }

    private static string[] Categories(string[] cells) => [.. cells.Select(cell => DataFile.IsMissing(cell) ? "" : cell)];
}
