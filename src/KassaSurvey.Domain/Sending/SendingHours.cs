namespace KassaSurvey.Domain.Sending;

/// <summary>The hours of the day in which members may be disturbed, in the fund's time zone.</summary>
/// <param name="From">First minute.</param>
/// <param name="Until">First minute of quiet again; later than <paramref name="From"/>.</param>
/// <param name="Zone">The fund's time zone.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    /// <summary>True when members may be disturbed at this time.</summary>
    public bool Allow(DateTime utc) => Next(utc) == utc;

    /// <summary>The same time, or the next one at which members may be disturbed.</summary>
    public DateTime Next(DateTime utc)
    {
        var (from, until) = WindowOf(DayOf(utc));
        return utc < from ? from : utc < until ? utc : WindowOf(DayOf(utc).AddDays(1)).From;
    }

    /// <summary>Times for messages one after the other, at this rate, in these hours.</summary>
    public IEnumerable<DateTime> Schedule(DateTime utc, int perMinute)
    {
        var at = Next(utc);
        var end = WindowOf(DayOf(at)).Until;
        var gap = TimeSpan.FromMinutes(1) / perMinute;
        while (true)
        {
            yield return at;
            at += gap;
            if (at >= end)
            {
                at = Next(at);
                end = WindowOf(DayOf(at)).Until;
            }
        }
    }

    private DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    private (DateTime From, DateTime Until) WindowOf(DateOnly day) => (ToUtc(day.ToDateTime(From)), ToUtc(day.ToDateTime(Until)));

    private DateTime ToUtc(DateTime local) =>
        // The hour that summer time leaps over does not exist: the one after it does.
        TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
}
