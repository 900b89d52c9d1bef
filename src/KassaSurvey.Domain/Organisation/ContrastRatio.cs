using System.Globalization;

namespace KassaSurvey.Domain.Organisation;

/// <summary>How well one colour can be read on another (WCAG 2.2, "contrast ratio"): from 1 to 21.</summary>
public static class ContrastRatio
{
    /// <summary>The least for text (success criterion 1.4.3).</summary>
    public const double LeastForText = 4.5;

    /// <summary>The ratio of two colours written as #rrggbb; NaN when one is not written so.</summary>
    public static double Of(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#'
            || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return double.NaN;
        }

        return (0.2126 * Linear(value >> 16)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255));
    }

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
