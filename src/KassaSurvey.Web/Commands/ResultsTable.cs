using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Results;

namespace KassaSurvey.Web.Commands;

/// <summary>Results as an aligned table for reading in a terminal.</summary>
public static class ResultsTable
{
    private static readonly string[] Heads = ["code", "n", "mean", "ci95", "index", "delta", "pAdjusted", "verdict"];

    /// <summary>The table of the document's areas and questions.</summary>
    public static string Of(ResultsDocument document)
    {
        var compared = document.CompareYear?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
        var responses = document.Responses?.ToString(CultureInfo.InvariantCulture) ?? "too few";
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{document.Fund} {document.Survey} {document.Year} against {compared}: {responses} responses, data {document.DataVersion}");
        var hidden = document.Suppressed.ToDictionary(figure => figure.Code, figure => figure.Reason.ToString(), StringComparer.Ordinal);
        text.Append(TextTable.Of(Heads, document.Areas.Concat(document.Questions).Select(figure => Cells(figure, hidden))));
        return text.ToString();
    }

    private static string[] Cells(ResultsDocument.Figure figure, Dictionary<string, string> hidden) => hidden.TryGetValue(figure.Code, out var reason)
        ? [figure.Code, reason, "", "", "", "", "", ""]
        :
        [
            figure.Code,
            figure.N?.ToString(CultureInfo.InvariantCulture) ?? "",
            TextTable.Number(figure.Mean, "0.00"),
            figure.Ci95 is [var low, var high] ? $"{TextTable.Number(low, "0.00")}-{TextTable.Number(high, "0.00")}" : "",
            TextTable.Number(figure.Index, "0.0"),
            TextTable.Number(figure.Delta, "+0.00;-0.00;0.00"),
            TextTable.Number(figure.PAdjusted, "0.0000"),
            figure.Verdict?.ToString() ?? "",
        ];
}
