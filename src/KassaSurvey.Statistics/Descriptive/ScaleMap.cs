namespace KassaSurvey.Statistics.Descriptive;

/// <summary>Values of one answer scale on another. Formulas: docs/statistics/linking.md.</summary>
public static class ScaleMap
{
    /// <summary>The straight line from a scale low–high to another: 1–5 on 1–7 gives 1, 2.5, 4, 5.5, 7. For means, never for shares of single values.</summary>
    /// <exception cref="ArgumentException">The first scale has no length.</exception>
    public static double Linear(double value, double low, double high, double newLow, double newHigh) => high > low
        ? newLow + ((value - low) * (newHigh - newLow) / (high - low))
        : throw new ArgumentException($"A scale from {low} to {high} has no length.", nameof(high));

    /// <summary>
    /// Where the middle of each old category falls in the distribution of new answers from comparable samples
    /// (equipercentile equating, Kolen and Brennan 2014; category k covers k − ½ to k + ½).
    /// </summary>
    /// <param name="oldShares">Share or count of each old category, the lowest first.</param>
    /// <param name="newShares">The same for the new scale.</param>
    /// <returns>One value per old category, new categories numbered from 1; NaN when either distribution is empty.</returns>
    /// <exception cref="ArgumentException">A share is negative or not a number.</exception>
    public static double[] Equipercentile(ReadOnlySpan<double> oldShares, ReadOnlySpan<double> newShares)
    {
        var oldTotal = Total(oldShares);
        var newTotal = Total(newShares);
        var mapped = new double[oldShares.Length];
        var below = 0.0;
        for (var category = 0; category < mapped.Length; category++)
        {
            var middle = (below + (oldShares[category] / 2)) / oldTotal;
            below += oldShares[category];
            mapped[category] = oldTotal > 0 && newTotal > 0 ? Position(newShares, middle * newTotal) : double.NaN;
        }

        return mapped;
    }

    private static double Position(ReadOnlySpan<double> shares, double target)
    {
        var below = 0.0;
        for (var category = 0; category < shares.Length; category++)
        {
            if (shares[category] > 0 && target <= below + shares[category])
            {
                return category + 0.5 + ((target - below) / shares[category]);
            }

            below += shares[category];
        }

        return shares.Length + 0.5;
    }

    private static double Total(ReadOnlySpan<double> shares)
    {
        var total = 0.0;
        foreach (var share in shares)
        {
            if (!(share >= 0))
            {
                throw new ArgumentException("Shares are not negative.", nameof(shares));
            }

            total += share;
        }

        return total;
    }
}
