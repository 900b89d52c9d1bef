using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>
/// What a stratified simple random sample will be able to say, before it is drawn. Source: Cochran, Sampling Techniques (1977), 5.6.
/// Formulas: docs/statistics/sampling.md.
/// </summary>
public static class SamplePrecision
{
    /// <summary>
    /// Half-width of the 95 % interval of a mean: z √(Σ (N_h/N)² (1 − n_h/N_h) S_h² / n_h). NaN when a stratum that has members is not
    /// represented; 0 when everybody answers.
    /// </summary>
    /// <param name="frame">N_h: members of each stratum.</param>
    /// <param name="answers">n_h: answers expected of each stratum; fractions are fine, never more than N_h.</param>
    /// <param name="deviations">S_h: standard deviation within each stratum, in the unit of the mean.</param>
    /// <exception cref="ArgumentException">The three have different lengths.</exception>
    public static double HalfWidth(ReadOnlySpan<long> frame, ReadOnlySpan<double> answers, ReadOnlySpan<double> deviations)
    {
        if (answers.Length != frame.Length || deviations.Length != frame.Length)
        {
            throw new ArgumentException($"{frame.Length} strata, {answers.Length} sizes, {deviations.Length} deviations.");
        }

        var total = 0.0;
        foreach (var count in frame)
        {
            total += count;
        }

        var variance = 0.0;
        for (var i = 0; i < frame.Length; i++)
        {
            if (frame[i] == 0)
            {
                continue;
            }

            if (!(answers[i] > 0))
            {
                return double.NaN;
            }

            var share = frame[i] / total;
            var sampled = Math.Min(1, answers[i] / frame[i]);
            variance += share * share * (1 - sampled) * deviations[i] * deviations[i] / answers[i];
        }

        return total > 0 ? Distributions.NormalQuantile(0.975) * Math.Sqrt(variance) : double.NaN;
    }

    /// <summary>Design effect of unequal sampling fractions (Kish): n Σ w² / (Σ w)², with w_h = N_h/n_h. NaN when nothing is drawn.</summary>
    /// <param name="frame">N_h.</param>
    /// <param name="sizes">n_h.</param>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static double WeightingEffect(ReadOnlySpan<long> frame, ReadOnlySpan<double> sizes)
    {
        if (sizes.Length != frame.Length)
        {
            throw new ArgumentException($"{frame.Length} strata, {sizes.Length} sizes.");
        }

        var (n, sum, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < frame.Length; i++)
        {
            if (sizes[i] > 0)
            {
                var weight = frame[i] / sizes[i];
                n += sizes[i];
                sum += sizes[i] * weight;
                squares += sizes[i] * weight * weight;
            }
        }

        return n * squares / (sum * sum);
    }
}
