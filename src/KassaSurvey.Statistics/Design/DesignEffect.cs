using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Design;

/// <summary>What unequal weights cost in precision. Kish 1965. Formulas: docs/statistics/design-effect.md.</summary>
public static class DesignEffect
{
    /// <summary>Kish's design effect of the weights, n·Σw²/(Σw)²: 1 for equal weights, else more. R: <c>n*sum(w^2)/sum(w)^2</c>.</summary>
    /// <param name="weights">One weight per respondent, not negative.</param>
    /// <returns>NaN when empty or when all weights are 0.</returns>
    /// <exception cref="ArgumentException">A weight is negative or not finite.</exception>
    public static double Kish(ReadOnlySpan<double> weights) => weights.Length / EffectiveSize(weights);

    /// <summary>The number of equally weighted respondents that would be as precise: (Σw)²/Σw².</summary>
    /// <param name="weights">One weight per respondent, not negative.</param>
    /// <returns>NaN when empty or when all weights are 0.</returns>
    /// <exception cref="ArgumentException">A weight is negative or not finite.</exception>
    public static double EffectiveSize(ReadOnlySpan<double> weights)
    {
        WeightRules.Require(weights, nameof(weights));
        var sum = 0.0;
        var squares = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }

    /// <summary>The design effect of one estimated mean: its variance over that of a simple random sample of the same size.</summary>
    /// <param name="mean">A mean with its standard error and deviation.</param>
    /// <param name="populationSize">Σw when weights sum to the population; positive infinity for an unlimited one.</param>
    /// <returns>V / ((1 − n/N)·s²/n); R: <c>deff(svymean(~y, design, deff = TRUE))</c>. NaN when n ≥ N or the deviation is 0.</returns>
    public static double OfMean(Estimate mean, double populationSize)
    {
        var simple = (1 - (mean.N / populationSize)) * mean.StandardDeviation * mean.StandardDeviation / mean.N;
        return simple > 0 ? mean.Variance / simple : double.NaN;
    }
}
