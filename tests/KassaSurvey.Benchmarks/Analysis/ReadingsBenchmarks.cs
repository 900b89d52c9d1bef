using BenchmarkDotNet.Attributes;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Benchmarks.Analysis;

/// <summary>Everything a results page is computed from: every question and area of a wave, with intervals.</summary>
public class ReadingsBenchmarks
{
    private ResponseColumns _columns = ResponseColumns.Empty("");
    private Population _population = Population.Everybody;

    /// <summary>Size of the wave.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Responses { get; set; }

    /// <summary>Whom the readings are of.</summary>
    [Params(Group.Everybody, Group.Few, Group.Most)]
    public Group Group { get; set; }

    /// <summary>Every response has a weight of its own.</summary>
    [Params(false, true)]
    public bool IsWeighted { get; set; }

    /// <summary>Makes the wave.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _columns = GeneratedWave.Of(Responses, IsWeighted);
        _population = Group switch
        {
            Group.Few => Population.Everybody.With("region", "Uusimaa").With("age", "30-39"),
            Group.Most => Population.Everybody.With("age", "-29").With("age", "30-39").With("age", "40-49").With("age", "50-59"),
            _ => Population.Everybody,
        };
    }

    /// <summary>The readings of all forty questions and eight areas.</summary>
    [Benchmark]
    public WaveReadings Readings() => WaveReadings.Of(GeneratedWave.Questionnaire, _columns, _population, DisclosureRule.Default);
}
