namespace KassaSurvey.Statistics.Design;

/// <summary>
/// How a sample of a given size is divided among strata. Sizes are whole and add up exactly; no stratum gets more than it has.
/// Source: Cochran, Sampling Techniques (1977), 5.5 and 5.9; largest remainders for whole numbers. Formulas: docs/statistics/sampling.md.
/// </summary>
public static class SampleAllocation
{
    /// <summary>In proportion to the strata: n_h ~ N_h.</summary>
    /// <param name="frame">N_h: how many each stratum has, 0 or more; empty in, empty out.</param>
    /// <param name="size">n: how many are drawn; more than there are = everybody.</param>
    /// <param name="minimum">The fewest of a stratum, as far as it has so many and n allows it; 0 = none.</param>
    public static long[] Proportional(ReadOnlySpan<long> frame, long size, long minimum = 0)
    {
        var shares = new double[frame.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = frame[i];
        }

        return Divide(frame, shares, size, minimum);
    }

    /// <summary>The same number of each stratum: n_h = n / H, what a small stratum lacks is given to the others.</summary>
    /// <inheritdoc cref="Proportional" path="/param"/>
    public static long[] Equal(ReadOnlySpan<long> frame, long size, long minimum = 0)
    {
        var shares = new double[frame.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = frame[i] > 0 ? 1 : 0;
        }

        return Divide(frame, shares, size, minimum);
    }

    /// <summary>Neyman's: n_h ~ N_h S_h, the smallest variance of the mean for n. All S_h equal or all 0 = proportional.</summary>
    /// <param name="frame">N_h.</param>
    /// <param name="deviations">S_h: standard deviation within each stratum, 0 or more.</param>
    /// <param name="size">n.</param>
    /// <param name="minimum">The fewest of a stratum.</param>
    /// <exception cref="ArgumentException">As many deviations as strata are needed, none negative, all finite.</exception>
    public static long[] Neyman(ReadOnlySpan<long> frame, ReadOnlySpan<double> deviations, long size, long minimum = 0)
    {
        if (deviations.Length != frame.Length)
        {
            throw new ArgumentException($"{frame.Length} strata, {deviations.Length} deviations.", nameof(deviations));
        }

        var shares = new double[frame.Length];
        var any = false;
        for (var i = 0; i < shares.Length; i++)
        {
            if (!double.IsFinite(deviations[i]) || deviations[i] < 0)
            {
                throw new ArgumentException($"Deviation {i} is {deviations[i]}.", nameof(deviations));
            }

            shares[i] = frame[i] * deviations[i];
            any |= shares[i] > 0;
        }

        return any ? Divide(frame, shares, size, minimum) : Proportional(frame, size, minimum);
    }

    /// <summary>
    /// n_h = a · share_h kept between the minimum and N_h, with the one a for which the sizes add up to n (the sum grows with a, so it is
    /// found by halving); then largest remainders, ties to the earlier stratum.
    /// </summary>
    private static long[] Divide(ReadOnlySpan<long> frame, double[] shares, long size, long minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        var total = 0L;
        foreach (var count in frame)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            total += count;
        }

        if (size >= total)
        {
            return frame.ToArray();
        }

        var floors = Floors(frame, size, minimum);
        var (low, high) = (0.0, Largest(frame, shares));
        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = (low + high) / 2;
            if (Sum(frame, shares, floors, middle) < size)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Whole(frame, shares, floors, high, size);
    }

    /// <summary>The minimum where there are so many; all minima together never more than the sample.</summary>
    private static long[] Floors(ReadOnlySpan<long> frame, long size, long minimum)
    {
        var strata = 0;
        foreach (var count in frame)
        {
            strata += count > 0 ? 1 : 0;
        }

        var affordable = strata == 0 ? 0 : Math.Min(minimum, size / strata);
        var floors = new long[frame.Length];
        for (var i = 0; i < floors.Length; i++)
        {
            floors[i] = Math.Min(affordable, frame[i]);
        }

        return floors;
    }

    /// <summary>The factor from which on every stratum with a share is taken whole.</summary>
    private static double Largest(ReadOnlySpan<long> frame, double[] shares)
    {
        var largest = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            largest = shares[i] > 0 ? Math.Max(largest, frame[i] / shares[i]) : largest;
        }

        return largest;
    }

    private static double Sum(ReadOnlySpan<long> frame, double[] shares, long[] floors, double factor)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += Math.Clamp(factor * shares[i], floors[i], frame[i]);
        }

        return sum;
    }

    private static long[] Whole(ReadOnlySpan<long> frame, double[] shares, long[] floors, double factor, long size)
    {
        var sizes = new long[frame.Length];
        var remainders = new double[frame.Length];
        var rest = size;
        for (var i = 0; i < sizes.Length; i++)
        {
            // The factor is exact to rounding only: 17 must not become 16.999 999 999 and lose its place to a neighbour.
            var share = Math.Clamp(factor * shares[i], floors[i], frame[i]);
            sizes[i] = (long)Math.Floor(share + 1e-9);
            remainders[i] = share - sizes[i];
            rest -= sizes[i];
        }

        for (; rest > 0; rest--)
        {
            var best = -1;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] < frame[i] && (best < 0 || remainders[i] > remainders[best] + 1e-9))
                {
                    best = i;
                }
            }

            sizes[best]++;
            remainders[best] -= 1;
        }

        return sizes;
    }
}
