using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>Where a fund works, as ISO 3166 codes: it decides which authority supervises the accessibility of its pages.</summary>
public static class Country
{
    /// <summary>Finland.</summary>
    public const string Finland = "FI";

    /// <summary>Sweden.</summary>
    public const string Sweden = "SE";

    /// <summary>Denmark.</summary>
    public const string Denmark = "DK";

    /// <summary>The three countries.</summary>
    public static IReadOnlyList<string> All { get; } = [Finland, Sweden, Denmark];

    /// <summary>The country of a fund that has not said where it works.</summary>
    public static string Of(string language) => language switch
    {
        Languages.Swedish => Sweden,
        Languages.Danish => Denmark,
        _ => Finland,
    };

    /// <summary>The time zone of a country, as tz database name: it decides when it is night there.</summary>
    public static string TimeZoneOf(string country) => country switch
    {
        Sweden => "Europe/Stockholm",
        Denmark => "Europe/Copenhagen",
        _ => "Europe/Helsinki",
    };
}
