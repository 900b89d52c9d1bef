using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

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
        if (IsEverybody || columns.Count == 0)
        {
            return [];
        }

        var selection = new ulong[(columns.Count + 63) / 64];
        selection.AsSpan().Fill(ulong.MaxValue);
        Span<bool> accepted = stackalloc bool[256];
        foreach (var (name, values) in Conditions)
        {
            if (!columns.Segments.TryGetValue(name, out var segment))
            {
                selection.AsSpan().Clear();
                break;
            }

            for (var code = 0; code < accepted.Length; code++)
            {
                accepted[code] = code < segment.Categories.Length && values.Contains(segment.Categories[code]);
            }

            Keep(selection, segment.Codes, accepted);
        }

        if ((columns.Count & 63) is var rest and not 0)
        {
            selection[^1] &= (1UL << rest) - 1;
        }

        return selection;
    }

    /// <inheritdoc />
    public bool Equals(Population? other) =>
        other is not null && Conditions.Count == other.Conditions.Count
        && Conditions.Zip(other.Conditions).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SetEquals(pair.Second.Value));

    /// <inheritdoc />
    public override int GetHashCode() => Conditions.Aggregate(0, (hash, condition) => HashCode.Combine(hash, condition.Key, condition.Value.Count));

    private static void Keep(Span<ulong> selection, ReadOnlySpan<byte> codes, ReadOnlySpan<bool> accepted)
    {
        for (var word = 0; word < selection.Length; word++)
        {
            var rows = codes[(word * 64)..Math.Min(codes.Length, (word + 1) * 64)];
            var bits = 0UL;
            for (var row = 0; row < rows.Length; row++)
            {
                bits |= (accepted[rows[row]] ? 1UL : 0UL) << row;
            }

            selection[word] &= bits;
        }
    }
}
