namespace KassaSurvey.Web.Components.Layout;

/// <summary>Light or dark: what this browser chose, and what it comes to.</summary>
/// <param name="Choice">One of <see cref="Light"/>, <see cref="Dark"/>, <see cref="System"/>.</param>
/// <param name="IsDark">True when pages are dark.</param>
public sealed record Theme(string Choice, bool IsDark)
{
    /// <summary>Always light.</summary>
    public const string Light = "light";

    /// <summary>Always dark.</summary>
    public const string Dark = "dark";

    /// <summary>As the device is set.</summary>
    public const string System = "system";

    /// <summary>The cookie of the choice.</summary>
    public const string ChoiceCookie = "kassa.theme";

    /// <summary>The cookie in which shell.js tells what the device prefers, so that the server's first picture is right.</summary>
    private const string DeviceCookie = "kassa.device";

    /// <summary>As the device is set, light until it is known.</summary>
    public static Theme OfSystem { get; } = new(System, IsDark: false);

    /// <summary>The three choices, in the order shown.</summary>
    public static IReadOnlyList<string> Choices { get; } = [System, Light, Dark];

    /// <summary>True for one of the three choices.</summary>
    public static bool IsKnown(string? choice) => choice is Light or Dark or System;

    /// <summary>The theme of the browser that asks.</summary>
    public static Theme Of(HttpRequest request) => request.Cookies[ChoiceCookie] switch
    {
        Light => new(Light, IsDark: false),
        Dark => new(Dark, IsDark: true),
        _ => new(System, request.Cookies[DeviceCookie] == Dark),
    };
}
