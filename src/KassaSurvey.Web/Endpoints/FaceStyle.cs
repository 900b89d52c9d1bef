using System.Globalization;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A fund's colour as the custom properties that respond.css is written with. Every tone keeps the contrast that the text on it needs.</summary>
internal static class FaceStyle
{
    private const double SoftShare = 0.9;
    private const double DarkSoftShare = 0.8;

    /// <summary>Text on the dark scheme's accent.</summary>
    private static readonly FundColour DarkInk = new(0x0b, 0x14, 0x18);

    /// <summary>The stylesheet.</summary>
    public static string Of(FundColour colour)
    {
        var dark = colour.InDark;
        var light = Tones(colour, FundColour.White, colour.Mixed(FundColour.White, SoftShare), colour.OnPaper);
        var night = Tones(dark, DarkInk, dark.Mixed(FundColour.DarkCard, DarkSoftShare), dark);
        return string.Create(CultureInfo.InvariantCulture, $":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{night}}}}}");
    }

    private static string Tones(FundColour accent, FundColour ink, FundColour soft, FundColour link) =>
        $"--accent:{accent};--accent-ink:{ink};--accent-soft:{soft};--link:{link}";
}
