namespace KassaSurvey.Domain.Responding;

/// <summary>How finely the time spent on answering is kept: enough to see who clicked through, too coarse to tell people apart.</summary>
public static class ResponseDuration
{
    /// <summary>Durations are rounded to the nearest whole step of this many seconds, and never below one.</summary>
    public const int Step = 5;

    /// <summary>The longest duration kept, in seconds; somebody who took a break is not slower than that.</summary>
    public const int Longest = 3600;

    /// <summary>The duration as it may be stored; null for none, or one that is no positive number.</summary>
    /// <param name="seconds">Exact seconds.</param>
    public static int? Coarsen(double? seconds) => seconds is { } exact && exact > 0
        ? (int)Math.Max(Step, Math.Floor((Math.Min(exact, Longest) / Step) + 0.5) * Step)
        : null;
}
