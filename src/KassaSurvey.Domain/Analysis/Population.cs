using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Which responses a result is about: any of the values within a segment, all segments together. Empty means everybody.</summary>
public sealed record Population
{
    private Population(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> conditions) => Conditions = conditions;

    /// <summary>Everybody who answered.</summary>
    public static Population Everybody { get; } = new(ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty);

    /// <summary>The accepted values by segment name.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Conditions { get; }

    /// <summary>True when nobody is left out.</summary>
    public bool IsEverybody => Conditions.IsEmpty;

    /// <summary>The population with one more accepted value.</summary>
    public Population With(string segment, string value)
    {
        var values = Conditions.GetValueOrDefault(segment) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        return new(Conditions.SetItem(segment, values.Add(value)));
    }

    /// <summary>The population without one accepted value.</summary>
    public Population Without(string segment, string value)
    {
        if (Conditions.GetValueOrDefault(segment) is not { } values)
        {
            return this;
        }

        values = values.Remove(value);
        return new(values.IsEmpty ? Conditions.Remove(segment) : Conditions.SetItem(segment, values));
    }

    /// <summary>What is wrong with the conditions for these answers: a segment or a value that nobody has.</summary>
    public IEnumerable<Error> Check(ResponseColumns columns)
    {
        foreach (var (name, values) in Conditions)
        {
            if (!columns.Segments.TryGetValue(name, out var segment))
            {
                yield return Error.Of("Population.UnknownSegment", name, string.Join(", ", columns.Segments.Keys));
                continue;
            }

            foreach (var value in values.Where(value => !segment.Categories.Contains(value)))
            {
                yield return Error.Of("Population.UnknownValue", value, name, string.Join(", ", segment.Categories));
            }
        }
    }

    /// <summary>The rows of the population as a bitmap (bit i of word i/64); empty means every row.</summary>
    /// <remarks>A segment that the wave does not have selects nobody: its members cannot be told apart there.</remarks>
    public ulong[] Select(ResponseColumns columns)
    {
        if ((IsEverybody && columns.LeftOut.Length == 0) || columns.Count == 0)
        {
            return [];
        }

        var selection = new ulong[(columns.Count + 63) / 64];
        selection.AsSpan().Fill(ulong.MaxValue);
        foreach (var (name, values) in Conditions)
        {
            if (!columns.Segments.TryGetValue(name, out var segment))
            {
                selection.AsSpan().Clear();
                break;
            }

            ValueFilter.Keep(selection, segment.Codes, [.. Codes(segment, values)]);
        }

        for (var word = 0; word < columns.LeftOut.Length; word++)
        {
            selection[word] &= ~columns.LeftOut[word];
        }

        ClearBehindLast(selection, columns.Count);
        return selection;
    }

    /// <inheritdoc />
    public bool Equals(Population? other) =>
        other is not null && Conditions.Count == other.Conditions.Count
        && Conditions.Zip(other.Conditions).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SetEquals(pair.Second.Value));

    /// <inheritdoc />
    public override int GetHashCode() => Conditions.Aggregate(0, (hash, condition) => HashCode.Combine(hash, condition.Key, condition.Value.Count));

    /// <summary>Takes the bits that stand for no row out of the last word.</summary>
    internal static void ClearBehindLast(Span<ulong> selection, int count)
    {
        if ((count & 63) is var rest and not 0)
        {
            selection[^1] &= (1UL << rest) - 1;
        }
    }

    private static IEnumerable<byte> Codes(SegmentColumn segment, ImmutableSortedSet<string> values) =>
        Enumerable.Range(0, segment.Categories.Length).Where(code => values.Contains(segment.Categories[code])).Select(code => (byte)code);
}
