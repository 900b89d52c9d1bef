using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>The cells of files that could not be used: the first of each file named, the rest counted.</summary>
internal sealed class LeftOutCells
{
    private readonly List<(string File, ImportIssue Issue)> _cells = [];

    /// <summary>Adds cells of a file.</summary>
    public void Add(DataFile file, IEnumerable<ImportIssue> issues) => _cells.AddRange(issues.Select(issue => (file.Name, issue)));

    /// <summary>What to tell.</summary>
    public IEnumerable<Error> Warnings() => _cells.GroupBy(cell => cell.File, StringComparer.Ordinal).SelectMany(file =>
    {
        var inOrder = file.Select(cell => cell.Issue).OrderBy(issue => issue.Line).ToList();
        var warnings = inOrder.Take(DataFile.LongestList).Select(issue => AnalysisErrors.LeftOut(file.Key, issue));
        return inOrder.Count > DataFile.LongestList
            ? warnings.Append(AnalysisErrors.MoreLeftOut(file.Key, inOrder.Count - DataFile.LongestList))
            : warnings;
    });
}
