using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Domain.Tests.Sending;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = new(new(9, 0), new(20, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"));

    [Theory]
    [InlineData("2026-11-10T06:59:59", "2026-11-10T07:00:00")]
    [InlineData("2026-11-10T07:00:00", "2026-11-10T07:00:00")]
    [InlineData("2026-11-10T17:59:59", "2026-11-10T17:59:59")]
    [InlineData("2026-11-10T18:00:00", "2026-11-11T07:00:00")]
    // The night summer time ends: 9 o'clock comes an hour later in UTC.
    [InlineData("2026-10-24T17:30:00", "2026-10-25T07:00:00")]
    [InlineData("2026-10-23T17:30:00", "2026-10-24T06:00:00")]
    public void Next_IsTheSameTimeOrTheNextMorning(string utc, string next) => Assert.Equal(Utc(next), Hours.Next(Utc(utc)));

    [Fact]
    public void Next_WhenTheFirstHourDoesNotExist_IsTheHourAfter() =>
        // 3 to 4 o'clock is left out on 29 March.
        Assert.Equal(Utc("2026-03-29T01:30:00"), (Hours with { From = new(3, 30) }).Next(Utc("2026-03-28T22:00:00")));

    [Fact]
    public void Schedule_KeepsTheRateAndLeavesTheNightOut()
    {
        var times = Hours.Schedule(Utc("2026-11-10T17:59:00"), perMinute: 2).Take(4).ToList();

        Assert.Equal([Utc("2026-11-10T17:59:00"), Utc("2026-11-10T17:59:30"), Utc("2026-11-11T07:00:00"), Utc("2026-11-11T07:00:30")], times);
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
