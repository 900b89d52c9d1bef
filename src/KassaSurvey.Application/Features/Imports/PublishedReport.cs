using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>What came of a file of published figures.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rows">Rows in the file, without the heading and blank lines.</param>
/// <param name="Added">Figures that were not there: imported, or ready to be.</param>
/// <param name="Changes">Figures that were there with other values: replaced, or ready to be.</param>
/// <param name="Unchanged">Figures that are there with the same values.</param>
/// <param name="BadRows">Rows with something wrong.</param>
/// <param name="Issues">What is wrong.</param>
public sealed record PublishedReport(
    ImportOutcome Outcome, int Rows, int Added, ImmutableArray<FigureChange> Changes, int Unchanged, int BadRows, ImportIssues Issues);

/// <summary>A figure that an import replaces.</summary>
/// <param name="Year">The year it reports on.</param>
/// <param name="QuestionCode">The question.</param>
/// <param name="Before">The mean there was.</param>
/// <param name="After">The mean in the file; the same when only another value differs.</param>
public sealed record FigureChange(int Year, string QuestionCode, double Before, double After);
