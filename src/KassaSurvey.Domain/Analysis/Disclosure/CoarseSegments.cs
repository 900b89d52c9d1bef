using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>
/// The segments of answers as they may leave the house row by row: every combination that occurs, weights included, is shared by at least so
/// many responses (k-anonymity; Samarati and Sweeney 1998, by pooling rare categories and local suppression). All segments of the wave are
/// looked at together, whichever are taken: somebody who takes one today and another tomorrow lays the files side by side.
/// </summary>
public sealed class CoarseSegments
{
    /// <summary>Categories that few share, pooled.</summary>
    public const short Other = -1;

    /// <summary>The fund does not know it.</summary>
    public const short Unknown = -2;

    /// <summary>Left out, because the combination is rare.</summary>
    public const short Withheld = -3;

    private CoarseSegments(ImmutableSortedDictionary<string, short[]> codes) => Codes = codes;

    /// <summary>Of each segment: the place of each response's category, or one of the negative codes above.</summary>
    public ImmutableSortedDictionary<string, short[]> Codes { get; }

    /// <summary>Coarsens the segments.</summary>
    /// <param name="columns">The answers.</param>
    /// <param name="groups">What else is told of each response, as numbers of groups (the weights); empty when nothing is.</param>
    /// <param name="fewest">Fewest responses that may share a combination.</param>
    public static CoarseSegments Of(ResponseColumns columns, ReadOnlySpan<int> groups, int fewest)
    {
        var codes = columns.Segments.ToDictionary(segment => segment.Key, segment => Pooled(segment.Value, fewest), StringComparer.Ordinal);
        // What has most categories tells most, and is given up first.
        List<short[]> order =
        [
            .. columns.Segments.OrderByDescending(segment => segment.Value.Categories.Length).ThenBy(segment => segment.Key, StringComparer.Ordinal)
                .Select(segment => codes[segment.Key]),
        ];
        int[] given = groups.Length == 0 ? new int[columns.Count] : groups.ToArray();
        foreach (var segment in order)
        {
            var (classes, sizes) = Classes(given, order);
            for (var row = 0; row < segment.Length; row++)
            {
                if (sizes[classes[row]] < fewest)
                {
                    segment[row] = Withheld;
                }
            }
        }

        TopUp(given, order, fewest);
        return new(codes.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static short[] Pooled(SegmentColumn segment, int fewest)
    {
        var codes = new short[segment.Codes.Length];
        var counts = new int[segment.Categories.Length + 1];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = segment.Codes[row];
            codes[row] = code == SegmentColumn.Unknown ? Unknown : code;
            counts[PlaceOf(codes[row])]++;
        }

        // Taken from the smallest on, until together they are enough.
        var (pooled, inPool) = (new bool[counts.Length], 0);
        foreach (var place in Enumerable.Range(0, counts.Length).Where(place => counts[place] > 0).OrderBy(place => counts[place]))
        {
            if (counts[place] < fewest || inPool is > 0 && inPool < fewest)
            {
                pooled[place] = true;
                inPool += counts[place];
            }
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = pooled[PlaceOf(codes[row])] ? Other : codes[row];
        }

        return codes;

        int PlaceOf(short code) => code == Unknown ? segment.Categories.Length : code;
    }

    /// <summary>The class of equal rows that each row belongs to, and how many rows each class has.</summary>
    private static (int[] Classes, List<int> Sizes) Classes(int[] given, IReadOnlyList<short[]> segments)
    {
        var classes = (int[])given.Clone();
        foreach (var segment in segments)
        {
            var known = new Dictionary<(int, short), int>();
            for (var row = 0; row < classes.Length; row++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (classes[row], segment[row]), out var exists);
                number = exists ? number : known.Count - 1;
                classes[row] = number;
            }
        }

        var sizes = new List<int>();
        foreach (var number in classes)
        {
            while (sizes.Count <= number)
            {
                sizes.Add(0);
            }

            sizes[number]++;
        }

        return (classes, sizes);
    }

    /// <summary>Where only a few have everything withheld, the smallest combinations beside them are withheld too.</summary>
    private static void TopUp(int[] given, List<short[]> segments, int fewest)
    {
        if (segments.Count == 0)
        {
            return;
        }

        var (classes, sizes) = Classes(given, segments);
        var first = new Dictionary<int, int>();
        for (var row = 0; row < classes.Length; row++)
        {
            first.TryAdd(classes[row], row);
        }

        var emptied = new HashSet<int>();
        foreach (var group in first.GroupBy(known => given[known.Value]))
        {
            var hidden = group.Where(known => segments.TrueForAll(segment => segment[known.Value] == Withheld)).Sum(known => sizes[known.Key]);
            foreach (var (number, _) in group.Where(known => segments.Exists(segment => segment[known.Value] != Withheld)).OrderBy(known => sizes[known.Key]))
            {
                if (hidden == 0 || hidden >= fewest)
                {
                    break;
                }

                emptied.Add(number);
                hidden += sizes[number];
            }
        }

        for (var row = 0; emptied.Count > 0 && row < classes.Length; row++)
        {
            if (emptied.Contains(classes[row]))
            {
                segments.ForEach(segment => segment[row] = Withheld);
            }
        }
    }
}
