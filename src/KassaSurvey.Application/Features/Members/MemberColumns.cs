using System.Collections.Immutable;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Where the columns of a member file stand.</summary>
internal sealed class MemberColumns
{
    private const string SegmentPrefix = MemberFileFields.SegmentPrefix;

    private readonly Dictionary<MemberField, int> _places = [];

    private MemberColumns(ImmutableArray<string> headings) => Headings = headings;

    /// <summary>The headings as they stand in the file.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The segment columns: place and name.</summary>
    public ImmutableArray<(int Place, string Name)> Segments { get; private set; } = [];

    /// <summary>True when the file has the column.</summary>
    public bool Has(MemberField field) => _places.ContainsKey(field);

    /// <summary>Where a column stands, or -1.</summary>
    public int this[MemberField field] => _places.GetValueOrDefault(field, -1);

    /// <summary>The columns of rows whose fields are known by name, as a request has them.</summary>
    /// <param name="headings">What the fields are called in messages.</param>
    /// <param name="fields">What each is; null for a segment.</param>
    /// <param name="segments">The segments: place and name.</param>
    public static MemberColumns Of(
        ImmutableArray<string> headings, IReadOnlyList<MemberField?> fields, ImmutableArray<(int Place, string Name)> segments)
    {
        var columns = new MemberColumns(headings) { Segments = segments };
        for (var place = 0; place < fields.Count; place++)
        {
            if (fields[place] is { } field)
            {
                columns._places.Add(field, place);
            }
        }

        return columns;
    }

    /// <summary>Finds the columns; what cannot be understood stops the import.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="line">The line they stand on.</param>
    /// <param name="knownSegments">Segments the fund has already, so that their spelling is kept.</param>
    /// <param name="meanings">What headings mean, where it was chosen; others are recognised by their words.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static MemberColumns Read(
        ImmutableArray<string> headings, int line, IReadOnlyCollection<string> knownSegments,
        IReadOnlyDictionary<string, string> meanings, ImportIssues issues)
    {
        var columns = new MemberColumns(headings);
        var segments = ImmutableArray.CreateBuilder<(int Place, string Name)>();
        for (var place = 0; place < headings.Length; place++)
        {
            var heading = headings[place];
            var meaning = meanings.GetValueOrDefault(heading, "");
            if (meaning == MemberFileFields.Ignored)
            {
                continue;
            }

            if (heading.Length == 0)
            {
                issues.AddStopping(ImportIssue.Of(line, ImportErrors.EmptyHeader(place + 1)));
            }
            else if (Field(heading, meaning) is { } field)
            {
                if (!columns._places.TryAdd(field, place))
                {
                    issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.DuplicateColumn()));
                }
            }
            else if (SegmentName(meaning.Length > 0 ? meaning : heading, knownSegments) is var name && !CodeText.IsCode(name))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.BadSegmentName(CodeText.MaximumLength)));
            }
            else if (segments.Any(segment => string.Equals(segment.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                issues.AddStopping(ImportIssue.Of(line, heading, "", ImportErrors.DuplicateColumn()));
            }
            else
            {
                segments.Add((place, name));
            }
        }

        columns.Segments = segments.ToImmutable();
        if (!columns.Has(MemberField.Number))
        {
            issues.AddStopping(ImportIssue.Of(line, "number", "", ImportErrors.MissingColumn()));
        }

        if (columns.Segments.Length > Segment.MaximumCount)
        {
            issues.AddStopping(ImportIssue.Of(line, ImportErrors.TooManySegments(Segment.MaximumCount)));
        }

        return columns;
    }

    /// <summary>The field that a column was chosen for, or that its heading names.</summary>
    public static MemberField? Field(string heading, string meaning) =>
        meaning.Length > 0 ? MemberFileFields.Find(meaning) : MemberHeadings.Find(heading);

    private static string SegmentName(string heading, IReadOnlyCollection<string> known)
    {
        var name = heading.StartsWith(SegmentPrefix, StringComparison.OrdinalIgnoreCase) ? heading[SegmentPrefix.Length..].Trim() : heading;
        return known.FirstOrDefault(held => string.Equals(held, name, StringComparison.OrdinalIgnoreCase)) ?? name;
    }
}
