using System.Numerics;
using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Inference;

/// <summary>Means with their standard errors. Formulas: docs/statistics/mean.md.</summary>
/// <remarks>
/// Unweighted: deviation with n − 1, standard error s/√n, n − 1 degrees of freedom (R <c>t.test(x)</c>).
/// Weighted: m = Σwy/Σw; deviation² = n/(n−1)·Σw(y−m)²/Σw (R <c>svyvar</c>); standard error by Taylor linearisation of
/// a with-replacement design of one stratum (R <c>svymean</c> on <c>svydesign(id=~1, weights=~w)</c>):
/// V = D/(D−1)·Σw²(y−m)²/(Σw)², with D the design size and D − 1 degrees of freedom.
/// No answer or no weight: the value is NaN. One answer: the value is defined, the deviation and standard error are NaN.
/// </remarks>
public static class MeanEstimate
{
    /// <summary>The mean of the values from <paramref name="low"/> to <paramref name="high"/> (both included) of a coded column.</summary>
    /// <param name="t">The tally of the rows inside the filter.</param>
    /// <param name="low">Lowest valid value, 0–255.</param>
    /// <param name="high">Highest valid value, 0–255.</param>
    /// <param name="designSize">All respondents of the design, also those without an answer and outside the filter. Used when weighted.</param>
    /// <exception cref="ArgumentException">An end is not 0–255, or weighted and the design is smaller than the number of answers.</exception>
    public static Estimate FromTally(ValueTally t, int low, int high, long designSize)
    {
        ArgumentNullException.ThrowIfNull(t);
        ValueTally.RequireRange(low, high);
        Span<double> scores = stackalloc double[ValueTally.Size];
        scores.Fill(double.NaN);
        for (var value = low; value <= high; value++)
        {
            scores[value] = value;
        }

        return FromTally(t, scores, designSize);
    }

    /// <summary>The mean of a score given to each value: for instance +1, 0 and −1 for a net promoter score.</summary>
    /// <param name="t">The tally of the rows inside the filter.</param>
    /// <param name="scores">Index = value, up to 256 entries; NaN or absent = not valid, left out.</param>
    /// <param name="designSize">As in the other overload.</param>
    /// <exception cref="ArgumentException">More than 256 scores, or weighted and the design is smaller than the number of answers.</exception>
    public static Estimate FromTally(ValueTally t, ReadOnlySpan<double> scores, long designSize)
    {
        ArgumentNullException.ThrowIfNull(t);
        if (scores.Length > ValueTally.Size)
        {
            throw new ArgumentException($"At most {ValueTally.Size} scores, not {scores.Length}.", nameof(scores));
        }

        var count = 0L;
        var weight = 0.0;
        var total = 0.0;
        for (var value = 0; value < scores.Length; value++)
        {
            if (!double.IsNaN(scores[value]))
            {
                count += t.Count(value);
                weight += t.Weight(value);
                total += t.Weight(value) * scores[value];
            }
        }

        var mean = total / weight;
        var squares = 0.0;
        var linearised = 0.0;
        for (var value = 0; value < scores.Length; value++)
        {
            if (!double.IsNaN(scores[value]))
            {
                var square = (scores[value] - mean) * (scores[value] - mean);
                squares += t.Weight(value) * square;
                linearised += t.SquaredWeight(value) * square;
            }
        }

        return Finish(t.IsWeighted, count, weight, mean, squares, linearised, designSize);
    }

    /// <summary>The mean of real values, for instance a respondent's area score.</summary>
    /// <param name="values">One value per row, NaN = missing.</param>
    /// <param name="weights">One non-negative finite weight per row, or empty for unweighted.</param>
    /// <param name="selection">Bit <c>i</c> = row <c>i</c> is looked at; empty = every row.</param>
    /// <param name="designSize">All respondents of the design. Used when weighted.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, a weight is negative or not finite, or weighted and the design is smaller than the number of values.</exception>
    public static Estimate FromValues(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<ulong> selection, long designSize)
    {
        if (!weights.IsEmpty && weights.Length != values.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {values.Length} values.", nameof(weights));
        }

        WeightRules.Require(weights, nameof(weights));
        var rows = new RowSelection(selection, values.Length, nameof(selection));
        var isWeighted = !weights.IsEmpty;
        var count = 0L;
        var weight = 0.0;
        var total = 0.0;
        for (var i = 0; i < rows.WordCount; i++)
        {
            for (var word = rows.Word(i); word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (!double.IsNaN(values[row]))
                {
                    var w = isWeighted ? weights[row] : 1;
                    count++;
                    weight += w;
                    total += w * values[row];
                }
            }
        }

        var mean = total / weight;
        var squares = 0.0;
        var linearised = 0.0;
        for (var i = 0; i < rows.WordCount; i++)
        {
            for (var word = rows.Word(i); word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (!double.IsNaN(values[row]))
                {
                    var w = isWeighted ? weights[row] : 1;
                    var part = w * (values[row] - mean) * (values[row] - mean);
                    squares += part;
                    linearised += w * part;
                }
            }
        }

        return Finish(isWeighted, count, weight, mean, squares, linearised, designSize);
    }

    /// <summary>The mean of scores that many rows share, from what the rows of each score weigh.</summary>
    internal static Estimate FromScores(ReadOnlySpan<double> scores, ReadOnlySpan<WeightSums> sums, bool isWeighted, long designSize)
    {
        var count = 0L;
        var weight = 0.0;
        var total = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (sums[i].Count > 0)
            {
                count += sums[i].Count;
                weight += sums[i].Weight;
                total += sums[i].Weight * scores[i];
            }
        }

        var mean = total / weight;
        var squares = 0.0;
        var linearised = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (sums[i].Count > 0)
            {
                var square = (scores[i] - mean) * (scores[i] - mean);
                squares += sums[i].Weight * square;
                linearised += sums[i].Squared * square;
            }
        }

        return Finish(isWeighted, count, weight, mean, squares, linearised, designSize);
    }

    private static Estimate Finish(bool isWeighted, long n, double weight, double mean, double squares, double linearised, long designSize)
    {
        if (n == 0 || !(weight > 0))
        {
            return Estimate.Undefined(n);
        }

        if (isWeighted && designSize < n)
        {
            throw new ArgumentException($"A design of {designSize} respondents cannot hold {n} answers.", nameof(designSize));
        }

        if (n == 1)
        {
            return Estimate.Undefined(n) with { Value = mean };
        }

        var deviation = Math.Sqrt(n / (n - 1.0) * squares / weight);
        return isWeighted
            ? new Estimate(n, mean, deviation, Math.Sqrt(designSize / (designSize - 1.0) * linearised) / weight, designSize - 1)
            : new Estimate(n, mean, deviation, deviation / Math.Sqrt(n), n - 1);
    }
}
