namespace KassaSurvey.Statistics.Descriptive;

/// <summary>
/// Response, cooperation, refusal and contact rates (0–1) from final outcomes. AAPOR Standard Definitions (2016 and
/// later). Every rate is NaN when its denominator is 0. Formulas: docs/statistics/response-rates.md.
/// </summary>
/// <param name="Complete">I: complete answers.</param>
/// <param name="Partial">P: partial answers.</param>
/// <param name="Refusal">R: refusals and break-offs.</param>
/// <param name="NonContact">NC: eligible, never reached.</param>
/// <param name="Other">O: eligible, other reasons (language, deceased).</param>
/// <param name="UnknownHousehold">UH: unknown whether eligible.</param>
/// <param name="UnknownOther">UO: unknown, other (bounced address).</param>
/// <param name="Eligibility">e: estimated share 0–1 of the unknown that is eligible; see <see cref="EstimateEligibility"/>.</param>
public readonly record struct ResponseRates(
    long Complete, long Partial, long Refusal, long NonContact, long Other, long UnknownHousehold, long UnknownOther, double Eligibility)
{
    /// <summary>RR1: complete over everyone: the minimum response rate.</summary>
    public double Response1 => Complete / AllUnknown;

    /// <summary>RR2: as RR1, partial answers count.</summary>
    public double Response2 => Answered / AllUnknown;

    /// <summary>RR3: complete over the eligible, the unknown counted by e.</summary>
    public double Response3 => Complete / SomeUnknown;

    /// <summary>RR4: as RR3, partial answers count.</summary>
    public double Response4 => Answered / SomeUnknown;

    /// <summary>RR5: complete over those known to be eligible: the maximum response rate.</summary>
    public double Response5 => Complete / Eligible;

    /// <summary>RR6: as RR5, partial answers count.</summary>
    public double Response6 => Answered / Eligible;

    /// <summary>COOP1: complete over those reached.</summary>
    public double Cooperation1 => Complete / Reached;

    /// <summary>COOP2: as COOP1, partial answers count.</summary>
    public double Cooperation2 => Answered / Reached;

    /// <summary>COOP3: complete over those reached and able.</summary>
    public double Cooperation3 => Complete / (Answered + Refusal);

    /// <summary>COOP4: as COOP3, partial answers count.</summary>
    public double Cooperation4 => Answered / (Answered + Refusal);

    /// <summary>REF1: refusals over everyone.</summary>
    public double Refusal1 => Refusal / AllUnknown;

    /// <summary>REF2: refusals over the eligible, the unknown counted by e.</summary>
    public double Refusal2 => Refusal / SomeUnknown;

    /// <summary>REF3: refusals over those known to be eligible.</summary>
    public double Refusal3 => Refusal / Eligible;

    /// <summary>CON1: reached over everyone.</summary>
    public double Contact1 => Reached / AllUnknown;

    /// <summary>CON2: reached over the eligible, the unknown counted by e.</summary>
    public double Contact2 => Reached / SomeUnknown;

    /// <summary>CON3: reached over those known to be eligible.</summary>
    public double Contact3 => Reached / Eligible;

    private double Answered => Complete + Partial;

    private double Reached => Answered + Refusal + Other;

    private double Eligible => Reached + NonContact;

    private double Unknown => UnknownHousehold + UnknownOther;

    private double AllUnknown => Eligible + Unknown;

    private double SomeUnknown => Eligible + (Eligibility * Unknown);

    /// <summary>The usual estimate of e: the eligible share among those whose eligibility is known.</summary>
    /// <param name="eligible">I + P + R + NC + O.</param>
    /// <param name="notEligible">Known not to be eligible.</param>
    /// <returns>NaN when both are 0.</returns>
    public static double EstimateEligibility(long eligible, long notEligible) => eligible / (double)(eligible + notEligible);
}
