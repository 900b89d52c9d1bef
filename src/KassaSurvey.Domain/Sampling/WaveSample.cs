using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Sampling;

/// <summary>A stratum of a drawn sample.</summary>
/// <param name="Name">Its categories; empty when the sample has no strata.</param>
/// <param name="Frame">N_h: members who could be drawn.</param>
/// <param name="Drawn">n_h: members drawn.</param>
public sealed record SampledStratum(string Name, long Frame, long Drawn);

/// <summary>How a wave's members were drawn: everything needed to draw the same people again.</summary>
public sealed class WaveSample : IFundOwned
{
    private WaveSample()
    {
    }

    /// <summary>The wave; one sample each.</summary>
    public WaveId WaveId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The rule's name when it was drawn; empty when the conditions were not saved.</summary>
    public string RuleName { get; private set; } = "";

    /// <summary>The rule's conditions when it was drawn.</summary>
    public ImmutableArray<EligibilityCondition> Conditions { get; private set; } = [];

    /// <summary>Months of peace when it was drawn.</summary>
    public int MonthsBetween { get; private set; }

    /// <summary>The design with its seed.</summary>
    public SampleDesign Design { get; private set; } = null!;

    /// <summary>The strata.</summary>
    public ImmutableArray<SampledStratum> Strata { get; private set; } = [];

    /// <summary>SHA-256 over the sorted draw numbers of those who could be drawn, in hexadecimal: the same for the same seed and members.</summary>
    public string FrameHash { get; private set; } = "";

    /// <summary>The day that conditions in months count back from.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>When it was drawn, UTC.</summary>
    public DateTime DrawnAt { get; private set; }

    /// <summary>Who drew it.</summary>
    public string DrawnBy { get; private set; } = "";

    /// <summary>Members who could be drawn.</summary>
    public long FrameCount => Strata.Sum(stratum => stratum.Frame);

    /// <summary>Members drawn.</summary>
    public long DrawnCount => Strata.Sum(stratum => stratum.Drawn);

    /// <summary>Records a draw.</summary>
    public static WaveSample Of(Wave wave, SampledPopulation population, SampleDesign design, ImmutableArray<SampledStratum> strata, string frameHash, string by, DateTime at) => new()
    {
        WaveId = wave.Id, FundId = wave.FundId, RuleName = population.RuleName, Conditions = population.Conditions,
        MonthsBetween = population.MonthsBetween, AsOf = population.AsOf, Design = design, Strata = strata, FrameHash = frameHash,
        DrawnBy = by, DrawnAt = at,
    };
}

/// <summary>Who belongs to the population on a day.</summary>
/// <param name="RuleName">The saved rule's name, or empty.</param>
/// <param name="Conditions">Its conditions.</param>
/// <param name="MonthsBetween">Months of peace.</param>
/// <param name="AsOf">The day.</param>
public sealed record SampledPopulation(string RuleName, ImmutableArray<EligibilityCondition> Conditions, int MonthsBetween, DateOnly AsOf);
