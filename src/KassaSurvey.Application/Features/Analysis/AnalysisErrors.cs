using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>What can stop an analysis of a wave or of a file.</summary>
public static class AnalysisErrors
{
    /// <summary>A line of the file, or the file as a whole, cannot be read.</summary>
    public static Error BadFile(string file, ImportIssue issue) => Error.Of("Analysis.BadFile", file, issue);

    /// <summary>No such column, and none is nearly so called.</summary>
    public static Error UnknownColumn(string file, string column, string known) => Error.Of("Analysis.UnknownColumn", file, column, known);

    /// <summary>No such column; another is nearly so called.</summary>
    public static Error UnknownColumnNear(string file, string column, string nearest) =>
        Error.Of("Analysis.UnknownColumnNear", file, column, nearest);
}
