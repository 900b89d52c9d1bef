namespace KassaSurvey.Statistics.Descriptive;

/// <summary>
/// How often each value 0–255 of one coded byte column occurs, with the sums of weights and of squared weights of its
/// rows. These are sufficient statistics: the mean, deviation, shares, top boxes and their standard errors of a
/// question all follow from them, so a column is read once. Immutable.
/// </summary>
/// <remarks>
/// Every value is counted, also the ones a questionnaire uses for missing answers: which values are valid is decided by
/// whoever asks (<see cref="CountBetween"/>). A row with weight 0 is counted but adds nothing to the sums.
/// R equivalent: <c>table(x)</c>, <c>tapply(w, x, sum)</c>, <c>tapply(w^2, x, sum)</c>.
/// </remarks>
public sealed class ValueTally
{
    /// <summary>The number of values a byte column can hold.</summary>
    public const int Size = 256;

    private readonly long[] counts;
    private readonly double[]? weights;
    private readonly double[]? squaredWeights;

    internal ValueTally(long[] counts, double[]? weights, double[]? squaredWeights)
    {
        this.counts = counts;
        this.weights = weights;
        this.squaredWeights = squaredWeights;
    }

    /// <summary>Whether the rows carried weights; if not, every row weighs 1.</summary>
    public bool IsWeighted => weights is not null;

    /// <summary>Tallies a column.</summary>
    /// <param name="values">One coded value per row. May be empty: then every count is 0.</param>
    /// <param name="weights">One non-negative finite weight per row, or empty for unweighted.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at, one word for 64 rows; empty = every row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a selected weight is negative or not finite.</exception>
    public static ValueTally Of(ReadOnlySpan<byte> values, ReadOnlySpan<double> weights, ReadOnlySpan<ulong> selection)
    {
        if (!weights.IsEmpty && weights.Length != values.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {values.Length} values.", nameof(weights));
        }

        var rows = new RowSelection(selection, values.Length, nameof(selection));
        return weights.IsEmpty ? CountingPass.Run(values, rows) : WeighingPass.Run(values, weights, rows);
    }

    /// <summary>An unweighted tally from ready counts.</summary>
    /// <param name="counts">Index = value; at most 256 entries, missing ones are 0.</param>
    /// <exception cref="ArgumentException">More than 256 entries, or a negative count.</exception>
    public static ValueTally FromCounts(ReadOnlySpan<long> counts)
    {
        if (counts.Length > Size)
        {
            throw new ArgumentException($"At most {Size} counts, not {counts.Length}.", nameof(counts));
        }

        var copy = new long[Size];
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] < 0)
            {
                throw new ArgumentException($"The count of value {value} is negative.", nameof(counts));
            }

            copy[value] = counts[value];
        }

        return new ValueTally(copy, null, null);
    }

    /// <summary>A tally from ready sums, one for each value.</summary>
    internal static ValueTally FromSums(ReadOnlySpan<WeightSums> cells, bool isWeighted)
    {
        var counts = new long[Size];
        var weights = isWeighted ? new double[Size] : null;
        var squaredWeights = isWeighted ? new double[Size] : null;
        for (var value = 0; value < Size; value++)
        {
            counts[value] = cells[value].Count;
            if (weights is not null && squaredWeights is not null)
            {
                weights[value] = cells[value].Weight;
                squaredWeights[value] = cells[value].Squared;
            }
        }

        return new ValueTally(counts, weights, squaredWeights);
    }

    /// <summary>The number of rows with this value (0–255).</summary>
    public long Count(int value) => counts[value];

    /// <summary>The sum of weights of the rows with this value (0–255); the count when unweighted.</summary>
    public double Weight(int value) => weights is null ? counts[value] : weights[value];

    /// <summary>The sum of squared weights of the rows with this value (0–255); the count when unweighted.</summary>
    public double SquaredWeight(int value) => squaredWeights is null ? counts[value] : squaredWeights[value];

    /// <summary>The number of rows with a value from <paramref name="low"/> to <paramref name="high"/>, both included; 0 when low &gt; high.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not 0–255.</exception>
    public long CountBetween(int low, int high)
    {
        RequireRange(low, high);
        var sum = 0L;
        for (var value = low; value <= high; value++)
        {
            sum += Count(value);
        }

        return sum;
    }

    /// <summary>The sum of weights of the rows with a value from <paramref name="low"/> to <paramref name="high"/>, both included; 0 when low &gt; high.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not 0–255.</exception>
    public double WeightBetween(int low, int high)
    {
        RequireRange(low, high);
        var sum = 0.0;
        for (var value = low; value <= high; value++)
        {
            sum += Weight(value);
        }

        return sum;
    }

    /// <summary>Throws unless both ends are values a byte can have.</summary>
    internal static void RequireRange(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfNegative(high);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, Size);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(high, Size);
    }
}
