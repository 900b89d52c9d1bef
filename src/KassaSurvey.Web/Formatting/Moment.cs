using System.Globalization;

namespace KassaSurvey.Web.Formatting;

/// <summary>A stored moment as the reader's language writes it.</summary>
public static class Moment
{
    /// <summary>Day and time to the minute, in the server's time zone.</summary>
    public static string Of(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.Local).ToString("g", CultureInfo.CurrentCulture);
}
