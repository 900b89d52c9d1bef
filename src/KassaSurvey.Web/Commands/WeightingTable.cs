using System.Globalization;
using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Web.Commands;

/// <summary>Weights and their margins as text.</summary>
internal static class WeightingTable
{
    private static readonly string[] Heads = ["variable", "category", "n", "before", "population", "after"];

    public static string Of(WeightingDocument document)
    {
        var (bounds, culture) = (document, CultureInfo.InvariantCulture);
        var stored = document.SealedVersion is { } version ? $"sealed as {version}" : document.DataVersion is null ? "" : "not stored: --seal REASON would store them";
        string[] lines =
        [
            string.Create(culture, $"{document.Source}: {document.Respondents} respondents, {document.Method}, {(document.Converged ? "converged" : "NOT converged")} in {document.Rounds} rounds, largest deviation {document.LargestDeviation:0.0e+0}"),
            string.Create(culture, $"weights {document.Smallest:0.0000} to {document.Largest:0.0000}, mean {document.Mean:0.0000}, sum {document.Sum:0.##}, bounds {Bound(bounds.TrimLow)} to {Bound(bounds.TrimHigh)} times the mean"),
            string.Create(culture, $"design effect (Kish) {document.KishDesignEffect:0.0000}, effective n {document.EffectiveSize:0.0}"),
            .. stored.Length > 0 ? [stored] : Array.Empty<string>(),
            TextTable.Of(Heads, document.Margins.Select(Cells)),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Bound(double? factor) => factor is null ? "none" : TextTable.Number(factor, "0.###");

    private static string[] Cells(WeightingDocument.Category category) =>
    [
        category.Variable,
        category.Name.Length == 0 ? "(empty)" : category.Name,
        category.N is null ? "hidden" : TextTable.Number(category.N, "0"),
        TextTable.Number(category.ShareBefore * 100, "0.0"),
        TextTable.Number(category.ShareOfPopulation * 100, "0.0"),
        TextTable.Number(category.ShareAfter * 100, "0.0"),
    ];
}
