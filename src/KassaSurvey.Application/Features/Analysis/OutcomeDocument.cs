using KassaSurvey.Statistics.Descriptive;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Outcome rates of a survey: unrounded, undefined rates null. The shape of the <c>aapor</c> verb.</summary>
/// <param name="Source">The file or the year; null for counts given by hand.</param>
/// <param name="Counts">How many ended how.</param>
/// <param name="Eligibility">e: the share 0-1 of the unknown that counts as eligible; null when it cannot be estimated.</param>
/// <param name="EligibilityIsEstimated">True when e is the eligible share among the known, false when it was given.</param>
/// <param name="Silent">What members who did not react count as; null where the source says it itself.</param>
/// <param name="Rates">RR1-RR6, COOP1-COOP4, REF1-REF3, CON1-CON3; shares 0-1.</param>
public sealed record OutcomeDocument(
    string? Source,
    OutcomeCounts Counts,
    double? Eligibility,
    bool EligibilityIsEstimated,
    SilentMembers? Silent,
    IReadOnlyDictionary<string, double?> Rates)
{
    /// <summary>The rates of these counts.</summary>
    /// <param name="eligibility">e, or null to estimate it.</param>
    internal static OutcomeDocument Of(string? source, OutcomeCounts counts, double? eligibility, SilentMembers? silent = null)
    {
        var e = eligibility ?? ResponseRates.EstimateEligibility(counts.Eligible, counts.NotEligible);
        var rates = new ResponseRates(
            counts.Complete, counts.Partial, counts.Refusal, counts.NonContact, counts.Other, counts.UnknownHousehold, counts.UnknownOther, e);
        return new(source, counts, Figures.Known(e), eligibility is null, silent, new (string Name, double Value)[]
        {
            ("RR1", rates.Response1), ("RR2", rates.Response2), ("RR3", rates.Response3), ("RR4", rates.Response4),
            ("RR5", rates.Response5), ("RR6", rates.Response6),
            ("COOP1", rates.Cooperation1), ("COOP2", rates.Cooperation2), ("COOP3", rates.Cooperation3), ("COOP4", rates.Cooperation4),
            ("REF1", rates.Refusal1), ("REF2", rates.Refusal2), ("REF3", rates.Refusal3),
            ("CON1", rates.Contact1), ("CON2", rates.Contact2), ("CON3", rates.Contact3),
        }.ToDictionary(rate => rate.Name, rate => Figures.Known(rate.Value)));
    }
}

/// <summary>How many ended how.</summary>
public sealed record OutcomeCounts
{
    /// <summary>I.</summary>
    public long Complete { get; init; }

    /// <summary>P.</summary>
    public long Partial { get; init; }

    /// <summary>R.</summary>
    public long Refusal { get; init; }

    /// <summary>NC.</summary>
    public long NonContact { get; init; }

    /// <summary>O.</summary>
    public long Other { get; init; }

    /// <summary>UH.</summary>
    public long UnknownHousehold { get; init; }

    /// <summary>UO.</summary>
    public long UnknownOther { get; init; }

    /// <summary>Known not to be eligible.</summary>
    public long NotEligible { get; init; }

    internal long Eligible => Complete + Partial + Refusal + NonContact + Other;

    internal long Asked => Eligible + UnknownHousehold + UnknownOther;
}

/// <summary>What invited members count as who did not react.</summary>
public enum SilentMembers
{
    /// <summary>The register says they are members: eligible, not reached (2.20).</summary>
    NonContact = 1,

    /// <summary>Nobody knows whether they belong to those asked about: unknown eligibility (3.19).</summary>
    UnknownEligibility = 2,
}
