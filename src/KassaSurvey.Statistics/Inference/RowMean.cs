using System.Numerics;
using System.Runtime.Intrinsics;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Inference;

/// <summary>
/// The mean over several coded columns within each row, and its mean over the rows. A row counts when at least half of the columns
/// that apply to it hold a valid value. Formulas: docs/statistics/mean.md; a row's mean takes the place of the answer.
/// </summary>
/// <remarks>
/// Nothing is kept per row: rows with the same mean are tallied together, so one pass gives the mean and its linearised variance.
/// R equivalent: <c>svymean(~rowMeans(x, na.rm = TRUE), …)</c> on the rows that count.
/// </remarks>
public static class RowMean
{
    /// <summary>Counts of columns are kept in bytes.</summary>
    public const int MaximumColumns = 127;

    /// <summary>The mean over the rows of each row's mean.</summary>
    /// <param name="columns">Up to 127 columns of the same length. With the same ends, means stay on that scale; else every value meets on 0–100.</param>
    /// <param name="absent">The value that says a column does not apply to the row; valid in no column.</param>
    /// <param name="weights">One non-negative finite weight per row, or empty for unweighted.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <param name="designSize">All respondents of the design. Used when weighted.</param>
    /// <returns>N is the number of rows that count; undefined cases as in <see cref="MeanEstimate"/>. No column: undefined.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, more than 127 columns, a column without valid values, a bad weight, or weighted and the design is smaller than N.</exception>
    public static Estimate Of(
        ReadOnlySpan<RangeColumn> columns, byte absent, ReadOnlySpan<double> weights, ReadOnlySpan<ulong> selection, long designSize)
    {
        var count = Require(columns, absent);
        if (!weights.IsEmpty && weights.Length != count)
        {
            throw new ArgumentException($"{weights.Length} weights for {count} rows.", nameof(weights));
        }

        WeightRules.Require(weights, nameof(weights));
        var rows = new RowSelection(selection, count, nameof(selection));
        var tally = RowSumPass.CanRun(columns)
            ? RowSumPass.Run(columns, absent, weights, rows)
            : RowScorePass.Run(columns, absent, weights, rows);
        return MeanEstimate.FromScores(tally.Scores, tally.Sums, !weights.IsEmpty, designSize);
    }

    /// <summary>How many rows count, up to a limit.</summary>
    /// <param name="columns">As in <see cref="Of"/>.</param>
    /// <param name="absent">As in <see cref="Of"/>.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <param name="limit">Counting stops once this many were found.</param>
    /// <returns>The exact number when it is below the limit, else some number of at least the limit.</returns>
    /// <exception cref="ArgumentException">As in <see cref="Of"/>.</exception>
    public static long Count(ReadOnlySpan<RangeColumn> columns, byte absent, ReadOnlySpan<ulong> selection, long limit)
    {
        var rows = new RowSelection(selection, Require(columns, absent), nameof(selection));
        var count = 0L;
        for (var i = 0; i < rows.WordCount && count < limit; i++)
        {
            count += rows.Word(i) is var word and not 0 ? BitOperations.PopCount(Counting(columns, absent, i, out _) & word) : 0;
        }

        return count;
    }

    /// <summary>The mean of one row.</summary>
    /// <param name="columns">As in <see cref="Of"/>.</param>
    /// <param name="absent">As in <see cref="Of"/>.</param>
    /// <param name="row">Which row, from 0.</param>
    /// <returns>On the columns' common scale, else on 0–100; NaN when the row does not count.</returns>
    /// <exception cref="ArgumentException">As in <see cref="Of"/>.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public static double At(ReadOnlySpan<RangeColumn> columns, byte absent, int row)
    {
        Require(columns, absent);
        var isOneScale = IsOneScale(columns);
        var (valid, applies, sum) = (0, 0, 0.0);
        foreach (var column in columns)
        {
            var value = column.Values[row];
            applies += value == absent ? 0 : 1;
            if (value >= column.Low && value <= column.High)
            {
                valid++;
                sum += isOneScale ? value : ScaleMap.Linear(value, column.Low, column.High, 0, 100);
            }
        }

        return valid > 0 && 2 * valid >= applies ? sum / valid : double.NaN;
    }

    /// <summary>Which of the 64 rows of a word count, and how many valid values each has.</summary>
    internal static ulong Counting(ReadOnlySpan<RangeColumn> columns, byte absent, int word, out Vector512<byte> valid)
    {
        valid = Vector512<byte>.Zero;
        var applies = Vector512<byte>.Zero;
        foreach (var column in columns)
        {
            // A mask is −1 where it holds, so that subtracting it counts.
            var values = WordOfBytes.Load(column.Values, word);
            valid -= WordOfBytes.Between(values, column.Low, column.High);
            applies -= ~Vector512.Equals(values, Vector512.Create(absent));
        }

        var counts = Vector512.GreaterThan(valid, Vector512<byte>.Zero) & Vector512.GreaterThanOrEqual(valid + valid, applies);
        return counts.ExtractMostSignificantBits();
    }

    /// <summary>True when every column has the same ends; else every value meets on 0-100.</summary>
    internal static bool IsOneScale(ReadOnlySpan<RangeColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Low != columns[0].Low || column.High != columns[0].High)
            {
                return false;
            }
        }

        return true;
    }

    private static int Require(ReadOnlySpan<RangeColumn> columns, byte absent)
    {
        if (columns.Length > MaximumColumns)
        {
            throw new ArgumentException($"At most {MaximumColumns} columns, not {columns.Length}.", nameof(columns));
        }

        var rows = columns.IsEmpty ? 0 : columns[0].Values.Length;
        foreach (var column in columns)
        {
            if (column.Values.Length != rows || column.Low > column.High || (absent >= column.Low && absent <= column.High))
            {
                throw new ArgumentException($"A column of {column.Values.Length} values from {column.Low} to {column.High} among {rows} rows.", nameof(columns));
            }
        }

        return rows;
    }
}
