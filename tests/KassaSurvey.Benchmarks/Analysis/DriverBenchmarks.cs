using BenchmarkDotNet.Attributes;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Benchmarks.Analysis;

/// <summary>How much each driver matters, with bootstrap intervals: every replicate computes all shares again.</summary>
public class DriverBenchmarks
{
    private const ulong Seed = 1_025_000;
    private const int Respondents = 1_000;

    private double[] _items = [];
    private int[] _drivers = [];
    private SurveyDesign _design = SurveyDesign.Of([]);

    /// <summary>Service areas, say.</summary>
    [Params(6, 12)]
    public int Drivers { get; set; }

    /// <summary>Makes answers that share a common opinion, the target first.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new SeededGenerator(Seed);
        var opinions = new double[Respondents];
        foreach (ref var opinion in opinions.AsSpan())
        {
            opinion = random.NextNormal();
        }

        _items = new double[(Drivers + 1) * Respondents];
        for (var i = 0; i < _items.Length; i++)
        {
            _items[i] = Math.Clamp(Math.Round(5.5 + opinions[i % Respondents] + random.NextNormal()), 1, 7);
        }

        _drivers = [.. Enumerable.Range(1, Drivers)];
        _design = SurveyDesign.Of([.. Enumerable.Repeat(1.0, Respondents)]);
    }

    /// <summary>One thousand replicates of the LMG shares.</summary>
    [Benchmark]
    public BootstrapResult[] LmgIntervals() => Bootstrap.Run(_design, Drivers, Seed, (weights, shares) =>
    {
        var importance = RelativeImportance.Lmg(CovarianceMatrix.Of(_items, Drivers + 1, weights), 0, _drivers);
        importance.Shares.CopyTo(shares);
        return importance.IsDefined;
    });
}
