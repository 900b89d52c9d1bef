using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>What a weight may be, the same everywhere: a negative or undefined one is a bug of the caller, not a result.</summary>
internal static class WeightRules
{
    /// <summary>Throws unless every weight is finite and not negative.</summary>
    public static void Require(ReadOnlySpan<double> weights, string name)
    {
        var blocks = MemoryMarshal.Cast<double, Vector512<double>>(weights);
        var good = Vector512<double>.AllBitsSet;
        foreach (var block in blocks)
        {
            good &= Vector512.GreaterThanOrEqual(block, Vector512<double>.Zero) & Vector512.LessThanOrEqual(block, Vector512.Create(double.MaxValue));
        }

        // Only the rest needs looking at one by one, unless there is a bad weight to name.
        var start = good.ExtractMostSignificantBits() == 0xFF ? blocks.Length * Vector512<double>.Count : 0;
        foreach (var weight in weights[start..])
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException($"Weights must be finite and not negative, not {weight}.", name);
            }
        }
    }
}
