using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>Count, sum of weights and sum of squared weights of some rows, side by side so that one addition serves all three.</summary>
internal struct WeightSums
{
    // Weight, squared weight, count, unused. A count is exact in a double up to 2⁵³.
    private Vector256<double> sums;

    public readonly long Count => (long)sums[2];

    public readonly double Weight => sums[0];

    public readonly double Squared => sums[1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double weight) =>
        sums += Vector256.Create(Vector128.Create(weight, weight * weight), Vector128.CreateScalar(1.0));

    public void Add(WeightSums other) => sums += other.sums;
}
