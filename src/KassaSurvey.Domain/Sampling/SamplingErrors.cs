using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>What can be wrong with a rule, a design or a draw.</summary>
public static class SamplingErrors
{
    /// <summary>A segment must be named.</summary>
    public static Error NoSegment { get; } = Error.Of("Sampling.NoSegment");

    /// <summary>The first year of birth comes after the last, or neither is given.</summary>
    public static Error YearsOfBirthInvalid { get; } = Error.Of("Sampling.YearsOfBirthInvalid");

    /// <summary>At least one is drawn.</summary>
    public static Error SizeInvalid { get; } = Error.Of("Sampling.SizeInvalid");

    /// <summary>The minimum is negative.</summary>
    public static Error MinimumInvalid { get; } = Error.Of("Sampling.MinimumInvalid");

    /// <summary>Not a share above 0.</summary>
    public static Error ExpectedResponseInvalid { get; } = Error.Of("Sampling.ExpectedResponseInvalid");

    /// <summary>The rule leaves nobody to be asked.</summary>
    public static Error NobodyEligible { get; } = Error.Of("Sampling.NobodyEligible");

    /// <summary>The wave takes no invitations any more.</summary>
    public static Error WaveClosed { get; } = Error.Of("Sampling.WaveClosed");

    /// <summary>There is no such rule.</summary>
    public static Error RuleUnknown { get; } = Error.Of("Sampling.RuleUnknown");

    /// <summary>Somebody has been written to or has begun: the sample stands.</summary>
    public static Error AlreadyInTheField { get; } = Error.Of("Sampling.AlreadyInTheField");

    /// <summary>Somebody else changed it meanwhile.</summary>
    public static Error Changed { get; } = Error.Of("Sampling.Changed");

    /// <summary>Months outside 1 to the longest.</summary>
    public static Error MonthsOutOfRange(int longest) => Error.Of("Sampling.MonthsOutOfRange", longest);

    /// <summary>Months of peace outside 0 to the longest.</summary>
    public static Error PeaceOutOfRange(int longest) => Error.Of("Sampling.PeaceOutOfRange", longest);

    /// <summary>A condition names no value that it could accept.</summary>
    public static Error NoValues(string condition) => Error.Of("Sampling.NoValues", condition);

    /// <summary>The name is empty or too long.</summary>
    public static Error RuleNameInvalid(int longest) => Error.Of("Sampling.RuleNameInvalid", longest);

    /// <summary>The name is taken in the fund.</summary>
    public static Error RuleNameTaken(string name) => Error.Of("Sampling.RuleNameTaken", name);

    /// <summary>More conditions than a rule can have.</summary>
    public static Error TooManyConditions(int most) => Error.Of("Sampling.TooManyConditions", most);

    /// <summary>Strata need one or two different variables.</summary>
    public static Error StrataInvalid(int most) => Error.Of("Sampling.StrataInvalid", most);

    /// <summary>No member has this segment.</summary>
    public static Error VariableUnknown(string name, string known) => Error.Of("Sampling.VariableUnknown", name, known);
}
