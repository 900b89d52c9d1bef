using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Figures as documents for other programs hold them: what is undefined is absent.</summary>
internal static class Figures
{
    public static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    public static double[]? Bounds(ConfidenceInterval? interval) =>
        interval is { } known && double.IsFinite(known.Lower) && double.IsFinite(known.Upper) ? [known.Lower, known.Upper] : null;
}
