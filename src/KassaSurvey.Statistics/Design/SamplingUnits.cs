using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Statistics.Design;

/// <summary>The primary sampling units of a design: which respondent belongs to which, in which stratum.</summary>
internal sealed class SamplingUnits
{
    private readonly int[] unitOfRow;
    private readonly int[] stratumOfUnit;
    private readonly int[] unitsOfStratum;
    private readonly double[] samplingFraction;

    private SamplingUnits(int[] unitOfRow, int[] stratumOfUnit, int[] unitsOfStratum, double[] samplingFraction)
    {
        this.unitOfRow = unitOfRow;
        this.stratumOfUnit = stratumOfUnit;
        this.unitsOfStratum = unitsOfStratum;
        this.samplingFraction = samplingFraction;
        foreach (var units in unitsOfStratum)
        {
            SingletonStratumCount += units == 1 ? 1 : 0;
        }
    }

    public int Count => stratumOfUnit.Length;

    public int StratumCount => unitsOfStratum.Length;

    public int SingletonStratumCount { get; }

    public static SamplingUnits Of(int rows, ReadOnlySpan<int> strata, ReadOnlySpan<int> clusters, ReadOnlySpan<double> populationUnits)
    {
        var stratumIndex = new Dictionary<int, int>();
        var unitIndex = new Dictionary<(int Stratum, int Cluster), int>();
        var unitOfRow = new int[rows];
        var stratumOfUnit = new List<int>();
        var unitsOfStratum = new List<int>();
        var population = new List<double>();
        for (var i = 0; i < rows; i++)
        {
            var label = strata.IsEmpty ? 0 : strata[i];
            var size = populationUnits.IsEmpty ? double.PositiveInfinity : populationUnits[i];
            if (!stratumIndex.TryGetValue(label, out var stratum))
            {
                stratumIndex[label] = stratum = unitsOfStratum.Count;
                unitsOfStratum.Add(0);
                population.Add(size);
            }

            if (!population[stratum].Equals(size))
            {
                throw new ArgumentException($"Stratum {label} has two population sizes.", nameof(populationUnits));
            }

            var cluster = clusters.IsEmpty ? i : clusters[i];
            if (!unitIndex.TryGetValue((stratum, cluster), out var unit))
            {
                unitIndex[(stratum, cluster)] = unit = stratumOfUnit.Count;
                stratumOfUnit.Add(stratum);
                unitsOfStratum[stratum]++;
            }

            unitOfRow[i] = unit;
        }

        return new SamplingUnits(unitOfRow, [.. stratumOfUnit], [.. unitsOfStratum], Fractions(unitsOfStratum, population));
    }

    public int UnitOf(int row) => unitOfRow[row];

    /// <summary>How often each unit is drawn when every stratum draws as many units as it has, with replacement.</summary>
    public int[] Draw(SeededGenerator generator)
    {
        var members = new int[StratumCount][];
        var next = new int[StratumCount];
        for (var unit = 0; unit < Count; unit++)
        {
            var stratum = stratumOfUnit[unit];
            (members[stratum] ??= new int[unitsOfStratum[stratum]])[next[stratum]++] = unit;
        }

        var times = new int[Count];
        foreach (var stratum in members)
        {
            for (var draw = 0; draw < stratum.Length; draw++)
            {
                times[stratum[generator.NextInt(stratum.Length)]]++;
            }
        }

        return times;
    }

    public double JackknifeFactor(int leftOut, int unit)
    {
        var n = unitsOfStratum[stratumOfUnit[leftOut]];
        return n == 1 || stratumOfUnit[unit] != stratumOfUnit[leftOut] ? 1 : unit == leftOut ? 0 : n / (n - 1.0);
    }

    public double JackknifeScale(int unit)
    {
        var stratum = stratumOfUnit[unit];
        return (1 - samplingFraction[stratum]) * (unitsOfStratum[stratum] - 1.0) / unitsOfStratum[stratum];
    }

    public double Variance(ReadOnlySpan<double> linearised)
    {
        if (Count < 2)
        {
            return double.NaN;
        }

        var sums = new double[Count];
        for (var i = 0; i < linearised.Length; i++)
        {
            sums[unitOfRow[i]] += linearised[i];
        }

        var means = new double[StratumCount];
        var total = 0.0;
        for (var unit = 0; unit < sums.Length; unit++)
        {
            means[stratumOfUnit[unit]] += sums[unit] / unitsOfStratum[stratumOfUnit[unit]];
            total += sums[unit];
        }

        var variance = 0.0;
        for (var unit = 0; unit < sums.Length; unit++)
        {
            var stratum = stratumOfUnit[unit];
            var n = unitsOfStratum[stratum];
            var centre = n == 1 ? total / sums.Length : means[stratum];
            var scale = n == 1 ? 1 : n / (n - 1.0);
            variance += (1 - samplingFraction[stratum]) * scale * (sums[unit] - centre) * (sums[unit] - centre);
        }

        return variance;
    }

    private static double[] Fractions(List<int> sampled, List<double> population)
    {
        var fractions = new double[sampled.Count];
        for (var stratum = 0; stratum < fractions.Length; stratum++)
        {
            if (!(population[stratum] >= sampled[stratum]))
            {
                throw new ArgumentException($"A stratum of {population[stratum]} units cannot yield {sampled[stratum]}.", nameof(population));
            }

            fractions[stratum] = sampled[stratum] / population[stratum];
        }

        return fractions;
    }
}
