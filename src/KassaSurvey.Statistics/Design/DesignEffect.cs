namespace KassaSurvey.Statistics.Design;

/// <summary>What unequal weights cost in precision. Kish 1965. Formulas: docs/statistics/design-effect.md.</summary>
public static class DesignEffect
{
    /// <summary>Kish's design effect of the weights, n·Σw²/(Σw)²: 1 for equal weights, else more. R: <c>n*sum(w^2)/sum(w)^2</c>.</summary>
    /// <param name="weights">One weight per respondent, not negative.</param>
    /// <returns>NaN when empty or when all weights are 0.</returns>
    public static double Kish(ReadOnlySpan<double> weights) => weights.Length / EffectiveSize(weights);

    /// <summary>The number of equally weighted respondents that would be as precise: (Σw)²/Σw².</summary>
    /// <param name="weights">One weight per respondent, not negative.</param>
    /// <returns>NaN when empty or when all weights are 0.</returns>
    public static double EffectiveSize(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        var squares = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }
}
