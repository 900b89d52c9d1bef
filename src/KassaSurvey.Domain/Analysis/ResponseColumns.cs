using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace KassaSurvey.Domain.Analysis;

/// <summary>
/// The completed responses of one wave as columns, row i being the same response in each.
/// Sealed waves and the live equivalent of an open wave have this same shape; every result is computed from it.
/// Treat the arrays as read-only: they are shared between all readers.
/// </summary>
public sealed class ResponseColumns
{
    // Readings, index and experience of one question to the program ask for the same rows; they go with the population that was asked for.
    private readonly ConditionalWeakTable<Population, PopulationCells> _cells = [];

    /// <summary>Number of responses, the length of every column.</summary>
    public required int Count { get; init; }

    /// <summary>Says which answers these are: a sealed version and its hash, or "live" and the count.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Ratings, yes/no (1/0) and single choices (option number), one byte each, by question code; see <see cref="MissingCode"/>.</summary>
    public required ImmutableSortedDictionary<string, byte[]> Codes { get; init; }

    /// <summary>Multiple choices as bits (bit n-1 = option n), by question code; negative = <see cref="MissingCode.AsChoices"/>.</summary>
    public required ImmutableSortedDictionary<string, int[]> Choices { get; init; }

    /// <summary>Number questions by code; NaN = missing.</summary>
    public required ImmutableSortedDictionary<string, double[]> Numbers { get; init; }

    /// <summary>Segments by name.</summary>
    public required ImmutableSortedDictionary<string, SegmentColumn> Segments { get; init; }

    /// <summary>Survey weights; empty when every response counts the same.</summary>
    public required double[] Weights { get; init; }

    /// <summary>How long answering took in seconds; 0 = not known; empty when it is known of nobody.</summary>
    public ushort[] Durations { get; init; } = [];

    /// <summary>Rows that every result leaves out, as a bitmap; empty = none. See <see cref="LeavingOut"/>.</summary>
    public ulong[] LeftOut { get; private init; } = [];

    /// <summary>The same answers with other weights.</summary>
    /// <param name="weights">One a response.</param>
    /// <exception cref="ArgumentException">Their number is another.</exception>
    public ResponseColumns WithWeights(double[] weights) => weights.Length != Count
        ? throw new ArgumentException($"{weights.Length} weights for {Count} responses.", nameof(weights))
        : new()
        {
            Count = Count,
            DataVersion = DataVersion,
            Codes = Codes,
            Choices = Choices,
            Numbers = Numbers,
            Segments = Segments,
            Weights = weights,
            Durations = Durations,
            LeftOut = LeftOut,
        };

    /// <summary>The same answers, of which results leave these rows out.</summary>
    /// <param name="rows">A bitmap (bit i of word i/64) as long as the answers; empty leaves nobody out.</param>
    public ResponseColumns LeavingOut(ulong[] rows) => new()
    {
        Count = Count,
        DataVersion = DataVersion,
        Codes = Codes,
        Choices = Choices,
        Numbers = Numbers,
        Segments = Segments,
        Weights = Weights,
        Durations = Durations,
        LeftOut = rows,
    };

    /// <summary>The rows of a population, with the groups it could be subtracted from.</summary>
    internal PopulationCells CellsOf(Population population) => _cells.GetValue(population, asked => new(asked, this));

    /// <summary>No responses at all.</summary>
    public static ResponseColumns Empty(string dataVersion) => new()
    {
        Count = 0,
        DataVersion = dataVersion,
        Codes = ImmutableSortedDictionary<string, byte[]>.Empty,
        Choices = ImmutableSortedDictionary<string, int[]>.Empty,
        Numbers = ImmutableSortedDictionary<string, double[]>.Empty,
        Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty,
        Weights = [],
    };
}

/// <summary>One segment of the responses.</summary>
/// <param name="Codes">Place in <paramref name="Categories"/> for each response; 255 = unknown.</param>
/// <param name="Categories">The categories, sorted.</param>
public sealed record SegmentColumn(byte[] Codes, ImmutableArray<string> Categories)
{
    /// <summary>The segment of this response is not known.</summary>
    public const byte Unknown = 255;

    /// <summary>The most categories a segment can have.</summary>
    public const int MaximumCategories = 255;
}
