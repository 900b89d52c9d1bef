using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Formatting;

/// <summary>Numbers as a reader of the language expects them. The only place that rounds; pages, reports and verbs share it.</summary>
public sealed class NumberText
{
    private const string NoBreakSpace = "\u00A0";
    private const string Minus = "\u2212";
    private const string EnDash = "\u2013";

    private static readonly Dictionary<string, NumberText> Known = Languages.All.ToDictionary(language => language, language => new NumberText(language));

    private readonly NumberFormatInfo _format;
    private readonly string _percentSign;

    private NumberText(string language)
    {
        Language = language;
        // Readers are in Europe: a date picker of plain "en" would put the month first.
        Culture = CultureInfo.GetCultureInfo(language == Languages.English ? "en-GB" : language);
        // Spelt out, not taken from the culture: data of the operating system differs in minus signs and kinds of space.
        _format = new NumberFormatInfo
        {
            NegativeSign = Minus,
            NumberDecimalSeparator = language == Languages.English ? "." : ",",
            NumberGroupSeparator = language switch
            {
                Languages.English => ",",
                Languages.Danish => ".",
                _ => NoBreakSpace,
            },
        };
        _percentSign = language == Languages.English ? "%" : NoBreakSpace + "%";
    }

    /// <summary>The language written.</summary>
    public string Language { get; }

    /// <summary>Its culture, for dates and sorting.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Numbers in the language.</summary>
    /// <exception cref="ArgumentException">The language is not one of the four.</exception>
    public static NumberText In(string language) =>
        Known.GetValueOrDefault(language) ?? throw new ArgumentException($"Unknown language '{language}'.", nameof(language));

    /// <summary>6,23. Empty for NaN.</summary>
    public string Number(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "";
        }

        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        // Adding 0 turns a negative zero, as left by rounding −0.001, into plain zero.
        return (rounded + 0.0).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _format);
    }

    /// <summary>+0,21 and −0,21; zero has no sign.</summary>
    public string Signed(double value, int decimals)
    {
        var text = Number(value, decimals);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + text : text;
    }

    /// <summary>51,9 % of a share 0-1.</summary>
    public string Percent(double share, int decimals = 1) =>
        double.IsFinite(share) ? Number(share * 100, decimals) + _percentSign : "";

    /// <summary>1 025, 1.025 or 1,025.</summary>
    public string Count(long count) => count.ToString("N0", _format);

    /// <summary>6,18–6,28; with a minus sign in either end, "… – …" keeps them apart. Empty when undefined.</summary>
    public string Interval(ConfidenceInterval interval, int decimals)
    {
        if (!double.IsFinite(interval.Lower) || !double.IsFinite(interval.Upper))
        {
            return "";
        }

        var dash = interval.Lower < 0 || interval.Upper < 0 ? NoBreakSpace + EnDash + NoBreakSpace : EnDash;
        return Number(interval.Lower, decimals) + dash + Number(interval.Upper, decimals);
    }

    /// <summary>A year: digits only.</summary>
    public static string Year(ReportingYear year) => year.ToString();

    /// <summary>1–7.</summary>
    public static string Scale(AnswerScale scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{scale.Minimum}{EnDash}{scale.Maximum}");

    /// <summary>A day as written in running text: 22.11.2026, 2026-11-22, 22 November 2026.</summary>
    public string Day(DateOnly day) => day.ToString(
        Language switch
        {
            Languages.Swedish => "yyyy-MM-dd",
            Languages.English => "d MMMM yyyy",
            _ => "d.M.yyyy",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A probability: 0,012, and &lt; 0,001 below what three decimals can say.</summary>
    public string Probability(double p) => double.IsNaN(p) ? "" : p < 0.001 ? "<" + NoBreakSpace + Number(0.001, 3) : Number(p, 3);

    /// <summary>How a figure's decimals go by its scale: two on answer scales, one on 0-100.</summary>
    public static int DecimalsOf(AnswerScale? scale) => scale is { Width: >= 100 } ? 1 : Decimals.Mean;
}
