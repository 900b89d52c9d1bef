using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Statistics.Inference;

/// <summary>Shares (0–1) with standard errors and the intervals that suit them. Formulas: docs/statistics/share.md.</summary>
public static class ShareEstimate
{
    /// <summary>The share of the values low–high among the values baseLow–baseHigh (all ends included): the mean of a 0/1 variable.</summary>
    /// <param name="t">The tally of the rows inside the filter.</param>
    /// <param name="low">Lowest value of the numerator.</param>
    /// <param name="high">Highest value of the numerator; values outside the base never count.</param>
    /// <param name="baseLow">Lowest value of the base.</param>
    /// <param name="baseHigh">Highest value of the base.</param>
    /// <param name="designSize">All respondents of the design; used when weighted, see <see cref="MeanEstimate"/>.</param>
    /// <returns>N is the base. Value NaN for an empty base, standard error NaN for a base of one.</returns>
    /// <exception cref="ArgumentException">An end of the base is not 0–255, or weighted and the design is smaller than the base.</exception>
    public static Estimate FromTally(ValueTally t, int low, int high, int baseLow, int baseHigh, long designSize)
    {
        ValueTally.RequireRange(baseLow, baseHigh);
        Span<double> scores = stackalloc double[ValueTally.Size];
        scores.Fill(double.NaN);
        for (var value = baseLow; value <= baseHigh; value++)
        {
            scores[value] = value >= low && value <= high ? 1 : 0;
        }

        return MeanEstimate.FromTally(t, scores, designSize);
    }

    /// <summary>Wilson's score interval. R: <c>prop.test(x, n, correct = FALSE)$conf.int</c>.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="n">Number of answers, or the effective number when weighted; need not be whole.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <returns>Inside 0–1 always. NaN when the share is NaN or n is not positive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static ConfidenceInterval Wilson(double share, double n, double level)
    {
        var z = Distributions.StudentTwoSided(level, double.PositiveInfinity);
        if (!(share >= 0 && share <= 1) || !(n > 0))
        {
            return ConfidenceInterval.Undefined;
        }

        var square = z * z;
        var shrink = 1 + (square / n);
        var centre = (share + (square / (2 * n))) / shrink;
        var half = z * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n))) / shrink;

        // At 0 and 1 the ends are exactly 0 and 1; the subtraction would leave a stray 1e-17.
        return new ConfidenceInterval(share == 0 ? 0 : centre - half, share == 1 ? 1 : centre + half);
    }

    /// <summary>
    /// The exact interval of Clopper and Pearson 1934: covers at least the level, at the price of being too wide.
    /// R: <c>binom.test(x, n)$conf.int</c>.
    /// </summary>
    /// <param name="successes">0 to n.</param>
    /// <param name="n">Number of unweighted answers.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <returns>NaN when n is not positive or the successes are not 0 to n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static ConfidenceInterval ClopperPearson(long successes, long n, double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
        }

        if (n <= 0 || successes < 0 || successes > n)
        {
            return ConfidenceInterval.Undefined;
        }

        var tail = (1 - level) / 2;
        return new ConfidenceInterval(
            successes == 0 ? 0 : Distributions.BetaQuantile(tail, successes, n - successes + 1),
            successes == n ? 1 : Distributions.BetaQuantile(1 - tail, successes + 1, n - successes));
    }

    /// <summary>Wilson's interval of a weighted share with n = the share's effective size (N over its design effect).</summary>
    /// <param name="share">A share with its standard error.</param>
    /// <param name="kishSize">The effective size by weights alone, used where the share is 0 or 1 and has no variance: <see cref="KishSize"/>.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    public static ConfidenceInterval WilsonEffective(Estimate share, double kishSize, double level)
    {
        var effective = share.EffectiveSize;
        return Wilson(share.Value, double.IsFinite(effective) ? effective : kishSize, level);
    }

    /// <summary>Kish's effective number of answers with values baseLow–baseHigh: (Σw)²/Σw²; NaN when there is none.</summary>
    public static double KishSize(ValueTally t, int baseLow, int baseHigh)
    {
        ArgumentNullException.ThrowIfNull(t);
        ValueTally.RequireRange(baseLow, baseHigh);
        var squares = 0.0;
        for (var value = baseLow; value <= baseHigh; value++)
        {
            squares += t.SquaredWeight(value);
        }

        var weight = t.WeightBetween(baseLow, baseHigh);
        return weight * weight / squares;
    }

    /// <summary>The interval on the logit scale, with Student's t. R: <c>svyciprop(method = "logit")</c>.</summary>
    /// <param name="share">A share with its standard error and degrees of freedom.</param>
    /// <param name="level">Confidence, 0 to 1 exclusive.</param>
    /// <returns>NaN when the share is 0 or 1: the logit does not exist there, use Wilson's.</returns>
    public static ConfidenceInterval Logit(Estimate share, double level)
    {
        var t = Distributions.StudentTwoSided(level, share.DegreesOfFreedom);
        var p = share.Value;
        if (!(p > 0 && p < 1))
        {
            return ConfidenceInterval.Undefined;
        }

        var logit = Math.Log(p / (1 - p));
        var half = t * share.StandardError / (p * (1 - p));
        return new ConfidenceInterval(Expit(logit - half), Expit(logit + half));
    }

    private static double Expit(double x) => 1 / (1 + Math.Exp(-x));
}
