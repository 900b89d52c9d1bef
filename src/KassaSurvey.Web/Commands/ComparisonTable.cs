using System.Globalization;
using KassaSurvey.Application.Features.Analysis;

namespace KassaSurvey.Web.Commands;

/// <summary>A comparison of waves as an aligned table.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Heads =
        ["code", "n", "mean", "se", "nOld", "meanOld", "seOld", "diff", "seDiff", "df", "p", "pAdjusted", "ci95", "pEquivalent", "g", "verdict"];

    public static string Of(ComparisonDocument document)
    {
        var test = document.Test == ComparisonTest.SharedMembers
            ? string.Create(CultureInfo.InvariantCulture, $"members as sampling units, {document.MembersInBoth} in both")
            : "independent waves (Welch)";
        var family = document.Adjust == PValueAdjustment.None ? "p not adjusted" : $"p adjusted over {document.Items.Count} items ({document.Adjust})";
        return $"{document.Current} against {document.Previous}: {test}, {(document.Weighted ? "weighted" : "unweighted")}, {family}"
            + Environment.NewLine + TextTable.Of(Heads, document.Items.Select(Cells));
    }

    private static string[] Cells(ComparisonDocument.Item item) =>
    [
        item.Code, .. Side(item.Current), .. Side(item.Previous),
        TextTable.Number(item.Difference, "+0.000;-0.000;0.000"),
        TextTable.Number(item.Se, "0.0000"),
        TextTable.Number(item.Df, "0.#"),
        TextTable.Number(item.P, "0.0000"),
        TextTable.Number(item.PAdjusted, "0.0000"),
        TextTable.Interval(item.Ci95, "+0.000;-0.000;0.000"),
        TextTable.Number(item.EquivalenceP, "0.0000"),
        TextTable.Number(item.HedgesG, "+0.00;-0.00;0.00"),
        item.Verdict?.ToString() ?? "",
    ];

    private static string[] Side(ComparisonDocument.Side side) =>
    [
        side.Suppressed is null ? TextTable.Number(side.N, "0") : "hidden",
        TextTable.Number(side.Mean, "0.00"),
        TextTable.Number(side.Se, "0.0000"),
    ];
}
