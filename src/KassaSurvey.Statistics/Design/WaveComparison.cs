using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// Two waves in which some members answered twice: neither dropped nor counted twice. The waves are stacked and the
/// member is the sampling unit, so the covariance of the repeated members is included. Formulas:
/// docs/statistics/wave-comparison.md. R: <c>svycontrast(svyby(~y, ~wave, svydesign(id=~member, ...), svymean, covmat=TRUE), c(-1, 1))</c>.
/// </summary>
/// <remarks>Where members are unknown use <see cref="DifferenceTest.Welch"/>: it is on the safe side when people answer alike in both years.</remarks>
public static class WaveComparison
{
    /// <summary>The difference of the weighted means, current minus previous.</summary>
    /// <param name="current">One value per respondent, NaN = missing (missing respondents stay in the design).</param>
    /// <param name="currentWeights">One weight per respondent; empty = unweighted.</param>
    /// <param name="currentMembers">The member behind each respondent, the same number in both waves; negative = unknown, a unit of its own.</param>
    /// <param name="previous">As current.</param>
    /// <param name="previousWeights">As currentWeights.</param>
    /// <param name="previousMembers">As currentMembers.</param>
    /// <returns>Degrees of freedom = members − 1. The test is NaN when either wave has fewer than two values.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a weight is negative or not finite.</exception>
    public static DifferenceTest Of(
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> currentWeights,
        ReadOnlySpan<int> currentMembers,
        ReadOnlySpan<double> previous,
        ReadOnlySpan<double> previousWeights,
        ReadOnlySpan<int> previousMembers)
    {
        var rows = current.Length + previous.Length;
        var weights = new double[rows];
        var members = new int[rows];
        var isPrevious = new ulong[(rows + 63) / 64];
        var isCurrent = new ulong[isPrevious.Length];
        CopyWave(current.Length, currentWeights, currentMembers, weights, members, 0, isCurrent);
        CopyWave(previous.Length, previousWeights, previousMembers, weights, members, current.Length, isPrevious);
        var values = new double[rows];
        current.CopyTo(values);
        previous.CopyTo(values.AsSpan(current.Length));

        var design = SurveyDesign.Of(weights, [], members);
        return DesignEstimate.Difference(design, values, isCurrent, isPrevious) is var test && double.IsNaN(test.StandardError)
            ? test
            : DifferenceTest.Of(test.Difference, test.StandardError, design.DegreesOfFreedom);
    }

    private static void CopyWave(
        int count, ReadOnlySpan<double> waveWeights, ReadOnlySpan<int> waveMembers, double[] weights, int[] members, int start, ulong[] bitmap)
    {
        if ((waveWeights.Length != count && !waveWeights.IsEmpty) || waveMembers.Length != count)
        {
            throw new ArgumentException($"{waveWeights.Length} weights and {waveMembers.Length} members for {count} values.", nameof(waveMembers));
        }

        for (var i = 0; i < count; i++)
        {
            var row = start + i;
            weights[row] = waveWeights.IsEmpty ? 1 : waveWeights[i];

            // Unknown members get a negative label nobody else has, whatever negative number stood for "unknown".
            members[row] = waveMembers[i] >= 0 ? waveMembers[i] : -1 - row;
            bitmap[row >> 6] |= 1UL << (row & 63);
        }
    }
}
