using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>
/// The categories of a segment as a breakdown shows them. Two or more that are too small become "other" when they are enough together;
/// responses without a known category are a group of their own, because they can be computed too.
/// </summary>
/// <param name="Segment">The segment.</param>
/// <param name="Groups">The groups in order.</param>
public sealed record SegmentGroups(string Segment, ImmutableArray<SegmentGroup> Groups)
{
    /// <summary>Groups a wave's segment.</summary>
    public static SegmentGroups Of(string name, ResponseColumns columns, DisclosureRule rule)
    {
        var segment = columns.Segments[name];
        var counts = new long[SegmentColumn.Unknown + 1];
        foreach (var code in segment.Codes)
        {
            counts[code]++;
        }

        var all = Enumerable.Range(0, segment.Categories.Length).ToList();
        var small = all.Where(code => rule.Hides(counts[code])).ToList();
        var merges = small.Count >= 2 && !rule.Hides(small.Sum(code => counts[code]));
        var groups = all.Where(code => !merges || !small.Contains(code))
            .Select(code => new SegmentGroup(GroupKind.Category, segment.Categories[code], [segment.Categories[code]])).ToList();
        if (merges)
        {
            groups.Add(new(GroupKind.Other, null, [.. small.Select(code => segment.Categories[code])]));
        }

        if (counts[SegmentColumn.Unknown] > 0)
        {
            groups.Add(new(GroupKind.Unknown, null, []));
        }

        return new(name, [.. groups]);
    }

    /// <summary>The group of each response of any wave with this segment; -1 = in none of them.</summary>
    public int[] Assign(ResponseColumns columns)
    {
        var assigned = new int[columns.Count];
        if (!columns.Segments.TryGetValue(Segment, out var segment))
        {
            Array.Fill(assigned, -1);
            return assigned;
        }

        var unknown = Groups.IndexOf(Groups.FirstOrDefault(group => group.Kind == GroupKind.Unknown)!);
        var places = new int[SegmentColumn.Unknown + 1];
        Array.Fill(places, -1);
        places[SegmentColumn.Unknown] = unknown;
        for (var code = 0; code < segment.Categories.Length; code++)
        {
            places[code] = Groups.IndexOf(Groups.FirstOrDefault(group => group.Values.Contains(segment.Categories[code]))!);
        }

        for (var row = 0; row < assigned.Length; row++)
        {
            assigned[row] = places[segment.Codes[row]];
        }

        return assigned;
    }
}

/// <summary>What a group of a breakdown is.</summary>
public enum GroupKind
{
    /// <summary>A category.</summary>
    Category = 1,

    /// <summary>Categories that are too small on their own.</summary>
    Other = 2,

    /// <summary>Responses whose category is not known.</summary>
    Unknown = 3,
}

/// <summary>A group of a breakdown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The category's name; null for the other kinds.</param>
/// <param name="Values">The segment's values in it.</param>
public sealed record SegmentGroup(GroupKind Kind, string? Name, ImmutableArray<string> Values);
