namespace KassaSurvey.Application.Features.Reports;

/// <summary>The results by one segment.</summary>
/// <param name="Segment">The segment's name in the data.</param>
/// <param name="Title">The heading.</param>
/// <param name="Dots">The overall grade by group as a picture.</param>
/// <param name="Groups">The overall grade by group: a row for each group.</param>
/// <param name="Areas">Means of the areas: a row for each area, a column for each group.</param>
/// <param name="Matrix">The same the other way round, for tables of data: a row for each group, its segment and n, a column for each figure.</param>
/// <param name="Cells">Each figure of each group in a row, with interval, change and verdict.</param>
public sealed record ReportSegment(
    string Segment, string Title, ReportDots Dots, ReportTable Groups, ReportTable Areas, ReportTable Matrix, ReportTable Cells);
