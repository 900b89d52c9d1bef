using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Triggers;

/// <summary>What a survey did about one contact, kept with its reason. One a survey and contact: nothing is asked twice about it.</summary>
public sealed class TriggerDecision : IFundOwned
{
    private TriggerDecision()
    {
    }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The contact.</summary>
    public MemberContactId ContactId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Asked, or why not.</summary>
    public TriggerOutcome Outcome { get; private set; }

    /// <summary>The day of the decision, UTC.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Records it.</summary>
    public static TriggerDecision Of(FundId fund, SurveyId survey, MemberContactId contact, TriggerOutcome outcome, DateOnly day) => new()
    {
        FundId = fund, SurveyId = survey, ContactId = contact, Outcome = outcome, DecidedOn = day,
    };
}
