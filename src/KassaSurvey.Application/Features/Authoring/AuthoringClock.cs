namespace KassaSurvey.Application.Features.Authoring;

/// <summary>The clock as composing reads it.</summary>
public static class AuthoringClock
{
    /// <summary>Now, UTC.</summary>
    public static DateTime Now(this TimeProvider time) => time.GetUtcNow().UtcDateTime;

    /// <summary>Today, UTC.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
