using System.Numerics;

namespace KassaSurvey.Statistics.Random;

/// <summary>
/// A pseudo-random generator whose sequence is fixed by its seed on every machine and in every version: xoshiro256**
/// (Blackman and Vigna 2018), its state filled from the seed by SplitMix64. Not for secrets. Not thread-safe.
/// </summary>
/// <remarks>
/// Only integer arithmetic and exactly rounded operations (+ − × ÷ √) are used: the library logarithm may differ in the
/// last digit between machines, so the normal variates bring their own.
/// </remarks>
public sealed class SeededGenerator
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spare = double.NaN;

    /// <summary>Starts the sequence of a seed; every seed is allowed.</summary>
    public SeededGenerator(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1): the top 53 bits over 2⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to max − 1, each equally likely (Lemire 2019, with rejection).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Max is not positive.</exception>
    public int NextInt(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        var range = (uint)max;
        var product = (ulong)(uint)(NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var threshold = (uint)-max % range;
            while ((uint)product < threshold)
            {
                product = (ulong)(uint)(NextBits() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A standard normal variate (Marsaglia's polar method; the second of each pair is kept for the next call).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spare))
        {
            var kept = spare;
            spare = double.NaN;
            return kept;
        }

        double u;
        double v;
        double square;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            square = (u * u) + (v * v);
        }
        while (square is >= 1 or 0);

        var factor = Math.Sqrt(-2 * Log(square) / square);
        spare = v * factor;
        return u * factor;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    // ln x = e·ln 2 + 2 artanh((m−1)/(m+1)) with x = m·2^e and m near 1, where the series ends after a dozen terms.
    private static double Log(double x)
    {
        var exponent = 0;
        while (x < 0.70710678118654752)
        {
            x *= 2;
            exponent--;
        }

        var s = (x - 1) / (x + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = 27; k >= 1; k -= 2)
        {
            sum = (sum * square) + (1.0 / k);
        }

        return (exponent * 0.69314718055994531) + (2 * s * sum);
    }
}
