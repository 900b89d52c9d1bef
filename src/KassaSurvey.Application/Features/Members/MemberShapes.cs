using System.Collections.Immutable;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Reads members of a request by the rules of the member file. Rows may name different fields: a field that a row does not name is left
/// as it was, so each set of fields is a file of its own, with the numbers seen in common.
/// </summary>
internal sealed class MemberShapes(IReadOnlyCollection<string> knownSegments, DateOnly lastDay, ImportIssues issues)
{
    private const string SegmentPrefix = "segments.";

    private static readonly ImmutableSortedDictionary<string, MemberField> Names = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        Enum.GetValues<MemberField>().Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..], field)));

    private readonly SeenIds _seen = new();
    private readonly Dictionary<string, MemberRowReader> _readers = new(StringComparer.Ordinal);

    /// <summary>The row, or null when something is wrong with it.</summary>
    public MemberRow? Read(GivenRow row)
    {
        if (row.Fields is not { } fields)
        {
            issues.Add(ImportIssue.Of(row.Number, ImportErrors.NotAnObject()));
            return null;
        }

        var shape = string.Join('\n', fields.Select(field => field.Key));
        if (!_readers.TryGetValue(shape, out var reader))
        {
            if (ColumnsOf(row.Number, fields) is not { } columns)
            {
                return null;
            }

            _readers.Add(shape, reader = new(columns, _seen, lastDay, issues));
        }

        return reader.Read(new GivenCells(row));
    }

    private MemberColumns? ColumnsOf(int number, ImmutableArray<KeyValuePair<string, string>> fields)
    {
        var before = issues.Count;
        var places = new List<MemberField?>();
        var segments = ImmutableArray.CreateBuilder<(int Place, string Name)>();
        foreach (var name in fields.Select(field => field.Key))
        {
            var known = Names.TryGetValue(name, out var field) ? field : (MemberField?)null;
            if (known is null)
            {
                TakeSegment(number, name, places.Count, segments);
            }

            places.Add(known);
        }

        if (!places.Contains(MemberField.Number))
        {
            issues.Add(ImportIssue.Of(number, "number", "", ImportErrors.MissingValue()));
        }

        if (segments.Count > Segment.MaximumCount)
        {
            issues.Add(ImportIssue.Of(number, ImportErrors.TooManySegments(Segment.MaximumCount)));
        }

        return issues.Count == before ? MemberColumns.Of([.. fields.Select(field => field.Key)], places, segments.ToImmutable()) : null;
    }

    private void TakeSegment(int number, string name, int place, ImmutableArray<(int Place, string Name)>.Builder segments)
    {
        if (!name.StartsWith(SegmentPrefix, StringComparison.Ordinal))
        {
            issues.Add(ImportIssue.Of(number, name, "", ImportErrors.UnknownField($"{string.Join(", ", Names.Keys)}, segments")));
            return;
        }

        var given = name[SegmentPrefix.Length..].Trim();
        var segment = knownSegments.FirstOrDefault(held => string.Equals(held, given, StringComparison.OrdinalIgnoreCase)) ?? given;
        if (!CodeText.IsCode(segment))
        {
            issues.Add(ImportIssue.Of(number, name, "", ImportErrors.BadSegmentName(CodeText.MaximumLength)));
        }
        else if (segments.Any(held => string.Equals(held.Name, segment, StringComparison.OrdinalIgnoreCase)))
        {
            issues.Add(ImportIssue.Of(number, name, "", ImportErrors.DuplicateColumn()));
        }
        else
        {
            segments.Add((place, segment));
        }
    }
}
