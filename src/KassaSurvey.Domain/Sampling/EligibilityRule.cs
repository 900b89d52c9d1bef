using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>A saved rule that says who belongs to the population of a survey: "in contact within six months".</summary>
public sealed class EligibilityRule : IFundOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>Most conditions in a rule.</summary>
    public const int MostConditions = 12;

    private EligibilityRule()
    {
    }

    /// <summary>Identity.</summary>
    public EligibilityRuleId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Its name, unique in the fund.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its conditions: all must hold. None = every active member.</summary>
    public ImmutableArray<EligibilityCondition> Conditions { get; private set; } = [];

    /// <summary>Grows with each change; guards against two people editing at once.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes a rule.</summary>
    public static EligibilityRule Create(FundId fund) => new() { Id = NewId.Of<EligibilityRuleId>(), FundId = fund };

    /// <summary>Sets name and conditions, or says what is wrong with them.</summary>
    public Result Change(string name, ImmutableArray<EligibilityCondition> conditions)
    {
        var trimmed = name.Trim();
        List<Error> errors = [.. Problems(conditions)];
        if (trimmed.Length is 0 or > LongestName)
        {
            errors.Insert(0, SamplingErrors.RuleNameInvalid(LongestName));
        }

        if (errors.Count > 0)
        {
            return Result.Failed(errors);
        }

        (Name, Conditions) = (trimmed, conditions);
        Revision++;
        return Result.Done;
    }

    /// <summary>What is wrong with these conditions.</summary>
    public static IEnumerable<Error> Problems(ImmutableArray<EligibilityCondition> conditions) =>
        conditions.Length > MostConditions
            ? [SamplingErrors.TooManyConditions(MostConditions)]
            : conditions.Select(condition => condition.Problem()).OfType<Error>();
}
