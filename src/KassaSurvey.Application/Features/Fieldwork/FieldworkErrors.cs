using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Fieldwork;

/// <summary>What can be wrong with field work.</summary>
public static class FieldworkErrors
{
    /// <summary>The wave has not been opened.</summary>
    public static Error NotInTheField { get; } = Error.Of("Fieldwork.NotInTheField");
}
