namespace KassaSurvey.Statistics.Descriptive;

/// <summary>What a weight may be, the same everywhere: a negative or undefined one is a bug of the caller, not a result.</summary>
internal static class WeightRules
{
    /// <summary>Throws unless every weight is finite and not negative.</summary>
    public static void Require(ReadOnlySpan<double> weights, string name)
    {
        foreach (var weight in weights)
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException($"Weights must be finite and not negative, not {weight}.", name);
            }
        }
    }
}
