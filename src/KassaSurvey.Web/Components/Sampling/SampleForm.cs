using System.Collections.Immutable;
using System.Security.Cryptography;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Web.Components.Sampling;

/// <summary>What is typed and chosen on the way to a sample.</summary>
public sealed class SampleForm
{
    /// <summary>The saved rule that the conditions come from, or null.</summary>
    public RuleLine? Rule { get; private set; }

    /// <summary>The conditions.</summary>
    public ImmutableArray<EligibilityCondition> Conditions { get; private set; } = [];

    /// <summary>True when the conditions are no longer those of the rule.</summary>
    public bool IsChanged => Rule is { } rule ? !rule.Conditions.SequenceEqual(Conditions) : !Conditions.IsEmpty;

    /// <summary>How members are chosen.</summary>
    public SampleMethod Method { get; set; } = SampleMethod.SimpleRandom;

    /// <summary>How many.</summary>
    public int Size { get; set; } = 1000;

    /// <summary>The first variable of the strata.</summary>
    public string FirstVariable { get; set; } = SampleDesign.ByLanguage;

    /// <summary>The second, or empty.</summary>
    public string SecondVariable { get; set; } = "";

    /// <summary>How the strata share the sample.</summary>
    public SampleAllocationMethod Allocation { get; set; } = SampleAllocationMethod.Proportional;

    /// <summary>The fewest of a stratum.</summary>
    public int Minimum { get; set; }

    /// <summary>The seed: chosen by chance, kept with the sample.</summary>
    public long Seed { get; set; } = RandomNumberGenerator.GetInt32(1, 1_000_000_000);

    /// <summary>How many of a hundred are expected to answer.</summary>
    public int ExpectedPercent { get; set; } = 25;

    /// <summary>Starts from a saved rule, or from every member.</summary>
    public void Use(RuleLine? rule) => (Rule, Conditions) = (rule, rule?.Conditions ?? []);

    /// <summary>Adds a condition; the same one twice says nothing more.</summary>
    public void Add(EligibilityCondition condition) => Conditions = Conditions.Contains(condition) ? Conditions : Conditions.Add(condition);

    /// <summary>Takes a condition out.</summary>
    public void Remove(EligibilityCondition condition) => Conditions = Conditions.Remove(condition);

    /// <summary>Goes on from a sample that has been drawn.</summary>
    public void Repeat(WaveSample sample, IEnumerable<RuleLine> rules)
    {
        Rule = rules.FirstOrDefault(rule => rule.Name == sample.RuleName && rule.Conditions.SequenceEqual(sample.Conditions));
        var design = sample.Design;
        (Conditions, Method, Size, Allocation, Minimum, Seed) =
            (sample.Conditions, design.Method, design.Size, design.Allocation, design.MinimumPerStratum, design.Seed);
        FirstVariable = design.StratifyBy.Length > 0 ? design.StratifyBy[0] : SampleDesign.ByLanguage;
        SecondVariable = design.StratifyBy.Length > 1 ? design.StratifyBy[1] : "";
        ExpectedPercent = (int)Math.Round(design.ExpectedResponse * 100);
    }

    /// <summary>What is asked of the use cases.</summary>
    public SampleRequest RequestFor(WaveId wave) => new(wave, Rule?.Id, Conditions, new()
    {
        Method = Method,
        Size = Size,
        StratifyBy = Method == SampleMethod.Stratified ? [.. ((string[])[FirstVariable, SecondVariable]).Where(name => name.Length > 0)] : [],
        Allocation = Allocation,
        MinimumPerStratum = Minimum,
        Seed = Seed,
        ExpectedResponse = ExpectedPercent / 100.0,
    });
}
