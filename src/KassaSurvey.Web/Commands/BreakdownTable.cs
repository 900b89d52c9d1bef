using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Results;

namespace KassaSurvey.Web.Commands;

/// <summary>A breakdown as an aligned table for reading in a terminal: one line per figure and group.</summary>
public static class BreakdownTable
{
    /// <summary>The table of the document's cells.</summary>
    public static string Of(BreakdownDocument document)
    {
        var compared = document.CompareYear?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{document.Fund} {document.Survey} {document.Year} against {compared} by {string.Join(" and ", document.By)}, data {document.DataVersion}");
        text.Append(TextTable.Of(["code", .. document.By, "n", "mean", "ci95", "index", "delta", "q", "verdict"], document.Cells.Select(Cells)));
        return text.ToString();
    }

    private static string[] Cells(BreakdownDocument.Cell cell)
    {
        // "Other" and "unknown" have no name of their own; in brackets no category can be mistaken for them.
        var groups = cell.Groups.Select(group => group.Name ?? $"({group.Kind})");
        return cell.Hidden
            ? [cell.Code, .. groups, "hidden", "", "", "", "", "", ""]
            :
            [
                cell.Code,
                .. groups,
                cell.N?.ToString(CultureInfo.InvariantCulture) ?? "",
                TextTable.Number(cell.Mean, "0.00"),
                cell.Ci95 is [var low, var high] ? $"{TextTable.Number(low, "0.00")}-{TextTable.Number(high, "0.00")}" : "",
                TextTable.Number(cell.Index, "0.0"),
                TextTable.Number(cell.Delta, "+0.00;-0.00;0.00"),
                TextTable.Number(cell.Q, "0.0000"),
                cell.Verdict?.ToString() ?? "",
            ];
    }
}
