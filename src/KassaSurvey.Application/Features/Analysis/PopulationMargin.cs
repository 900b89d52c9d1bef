using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>The known distribution of one variable in the population.</summary>
/// <param name="Variable">Segment of a wave or column of a file.</param>
/// <param name="Categories">Its categories; an empty name stands for "not known".</param>
/// <param name="Totals">People, or shares, in the same order.</param>
internal sealed record PopulationMargin(string Variable, IReadOnlyList<string> Categories, double[] Totals)
{
    private const string VariableColumn = "variable";
    private const string CategoryColumn = "category";
    private const string TotalColumn = "total";

    /// <summary>Reads a margins file: variable, category, total; the variables in the file's order.</summary>
    public static Result<IReadOnlyList<PopulationMargin>> Read(DataFile file)
    {
        var errors = new[] { VariableColumn, CategoryColumn, TotalColumn }.SelectMany(column => file.Find(column).Errors).ToList();
        if (errors.Count > 0)
        {
            return Result<IReadOnlyList<PopulationMargin>>.Failed(errors);
        }

        var (variables, categories, totals) = (file.Texts(VariableColumn), file.Texts(CategoryColumn), file.Numbers(TotalColumn));
        errors.AddRange(Issues(file, variables, categories, totals).Take(DataFile.LongestList).Select(issue => AnalysisErrors.BadFile(file.Name, issue)));
        List<PopulationMargin> margins =
        [
            .. Enumerable.Range(0, file.RowCount).GroupBy(row => variables[row], StringComparer.OrdinalIgnoreCase).Select(rows => new PopulationMargin(
                rows.Key, [.. rows.Select(row => categories[row])], [.. rows.Select(row => totals[row])])),
        ];
        errors.AddRange(margins.Where(margin => margin.Totals.All(total => total == 0)).Select(margin => AnalysisErrors.NoTotal(margin.Variable)));
        return errors.Count > 0 ? Result<IReadOnlyList<PopulationMargin>>.Failed(errors) : margins;
    }

    private static IEnumerable<ImportIssue> Issues(DataFile file, string[] variables, string[] categories, double[] totals)
    {
        var notNumbers = file.NotNumbers(TotalColumn).ToDictionary(issue => issue.Line);
        var firstLines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var row = 0; row < totals.Length; row++)
        {
            var line = file.LineOf(row);
            if (variables[row].Length == 0)
            {
                yield return ImportIssue.Of(line, VariableColumn, "", ImportErrors.MissingValue());
            }
            else if (!firstLines.TryAdd($"{variables[row]}\n{categories[row]}", line))
            {
                yield return ImportIssue.Of(
                    line, CategoryColumn, categories[row], ImportErrors.DuplicateCategory(firstLines[$"{variables[row]}\n{categories[row]}"]));
            }
            else if (notNumbers.TryGetValue(line, out var issue))
            {
                yield return issue;
            }
            else if (!(totals[row] >= 0))
            {
                yield return ImportIssue.Of(line, TotalColumn, file.Texts(TotalColumn)[row], ImportErrors.MissingValue());
            }
        }
    }
}
