using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Interviewing;

/// <summary>Expected failures of calling and interviewing.</summary>
public static class InterviewErrors
{
    /// <summary>Nobody with this number is invited to a wave in the field.</summary>
    public static Error NotInvited(string number) => Error.Of("Call.NotInvited", number);

    /// <summary>Another interviewer has the member on the phone.</summary>
    public static Error Held(string by) => Error.Of("Call.Held", by);

    /// <summary>The member has answered, opted out, or the wave is over.</summary>
    public static Error NotAnswerable { get; } = Error.Of("Call.NotAnswerable");
}
