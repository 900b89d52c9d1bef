using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>What can stop a survey after contacts.</summary>
public static class TriggerErrors
{
    /// <summary>The fund has no such survey.</summary>
    public static Error SurveyUnknown { get; } = Error.Of("Trigger.SurveyUnknown");

    /// <summary>The fund has a survey after contacts already.</summary>
    public static Error SurveyExists { get; } = Error.Of("Trigger.SurveyExists");

    /// <summary>Somebody else changed the rule meanwhile.</summary>
    public static Error Changed { get; } = Error.Of("Trigger.Changed");
}
