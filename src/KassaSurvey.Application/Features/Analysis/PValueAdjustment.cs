using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>How the p-values of one family of items are adjusted for being many.</summary>
public enum PValueAdjustment
{
    /// <summary>Holm: at most 5 % chance of even one false claim.</summary>
    Holm = 1,

    /// <summary>Benjamini and Hochberg: at most 5 % of the claims false.</summary>
    Bh = 2,

    /// <summary>Not at all: each item as if it were the only one.</summary>
    None = 3,
}

/// <summary>Adjusts a family.</summary>
internal static class PValueAdjustments
{
    public static double[] Adjust(this PValueAdjustment adjustment, double[] p) => adjustment switch
    {
        PValueAdjustment.Holm => MultipleTesting.Holm(p),
        PValueAdjustment.Bh => MultipleTesting.BenjaminiHochberg(p),
        _ => p,
    };
}
