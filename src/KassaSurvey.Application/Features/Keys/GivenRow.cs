using System.Collections.Immutable;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>A row of a request: its fields as text, a field that was not given is not there.</summary>
/// <param name="Number">Where it stands, from 1.</param>
/// <param name="Fields">Its fields by name; names within a group are joined by a dot. Null when it is no object.</param>
public sealed record GivenRow(int Number, ImmutableArray<KeyValuePair<string, string>>? Fields);

/// <summary>What came of a row.</summary>
public enum RowOutcome
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was there with other data.</summary>
    Changed,

    /// <summary>It was there with the same data.</summary>
    Unchanged,

    /// <summary>Something is wrong with it; nothing of it was taken.</summary>
    Refused,
}

/// <summary>What came of a row, and what is wrong with it.</summary>
/// <param name="Number">Where it stands, from 1.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Issues">What is wrong; empty unless refused.</param>
public sealed record RowResult(int Number, RowOutcome Outcome, IReadOnlyList<ImportIssue> Issues)
{
    /// <summary>The results of all rows in order, from what was told of the good ones and listed of the others.</summary>
    internal static IReadOnlyList<RowResult> Of(IReadOnlyList<GivenRow> rows, Dictionary<int, RowOutcome> outcomes, ImportIssues issues)
    {
        var wrong = issues.Listed.ToLookup(issue => issue.Line);
        return [.. rows.Select(row => new RowResult(row.Number, outcomes.GetValueOrDefault(row.Number, RowOutcome.Refused), [.. wrong[row.Number]]))];
    }
}

/// <summary>The cells of a row of a request.</summary>
internal sealed class GivenCells(GivenRow row) : IRowCells
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _fields = row.Fields ?? [];

    public int Line => row.Number;

    public int FieldCount => _fields.Length;

    public ReadOnlySpan<char> Trimmed(int column) => _fields[column].Value.AsSpan().Trim();
}

/// <summary>How much one request may hold.</summary>
public static class ApiLimits
{
    /// <summary>Most rows of a request.</summary>
    public const int MostRows = 1000;

    /// <summary>More rows than that.</summary>
    public static Error TooManyRows { get; } = Error.Of("Api.TooManyRows", MostRows);
}
