using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Drivers;

namespace KassaSurvey.Web.Commands;

/// <summary>Drivers as aligned tables for reading in a terminal, one per model.</summary>
public static class DriversTable
{
    private static readonly string[] Heads = ["driver", "performance", "ci95", "importance", "ci95", "effect", "ci95", "vif", "quadrant"];

    /// <summary>The tables of the document.</summary>
    public static string Of(DriversDocument document)
    {
        var text = new StringBuilder();
        var name = document.Source ?? $"{document.Fund} {document.Survey} {document.Year?.ToString(CultureInfo.InvariantCulture)}";
        text.AppendLine(CultureInfo.InvariantCulture, $"{name}: drivers of {document.Target}; {document.Caution}.");
        foreach (var model in document.Models)
        {
            text.AppendLine();
            text.AppendLine(HeadingOf(model));
            if (model.Outcome == DriverOutcome.Reported)
            {
                text.AppendLine(TextTable.Of(Heads, model.Figures.Select(Cells)));
                text.AppendLine(CultureInfo.InvariantCulture, $"effect: points that go with {document.EffectStep} points more; * an interval crosses a border of the quadrant");
            }

            foreach (var tie in model.Ties)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"tied: {string.Join(" and ", tie)}");
            }

            foreach (var warning in model.Warnings)
            {
                text.AppendLine($"warning: {warning.Kind} {string.Join(", ", warning.Codes)}".TrimEnd());
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string HeadingOf(DriversDocument.Model model)
    {
        var subject = model.Area is null ? "Main model" : model.ByQuestion ? $"{model.Area} by question" : $"With {model.Area}";
        var based = model.Base is { } asked ? FormattableString.Invariant($", base {asked}") : "";
        if (model.N is not { } n)
        {
            return $"{subject}{based}: {model.Outcome} {string.Join(", ", model.Concerned)}".TrimEnd();
        }

        var size = FormattableString.Invariant($"{subject}{based}: {model.Outcome}, n {n}, {model.LeftOut} left out");
        return model.RSquared is null
            ? size
            : FormattableString.Invariant(
                $"{size}, {model.Method}, R2 {TextTable.Number(model.RSquared, "0.000")} (adjusted {TextTable.Number(model.AdjustedRSquared, "0.000")})");
    }

    private static string[] Cells(DriversDocument.Figure figure) =>
    [
        figure.Code,
        TextTable.Number(figure.Performance, "0.0"),
        TextTable.Interval(figure.PerformanceCi95, "0.0"),
        TextTable.Number(figure.Importance, "0.000"),
        TextTable.Interval(figure.ImportanceCi95, "0.000"),
        TextTable.Number(figure.Effect, "+0.00;-0.00;0.00"),
        TextTable.Interval(figure.EffectCi95, "0.00"),
        TextTable.Number(figure.VarianceInflation, "0.0"),
        figure.Quadrant + (figure.CrossesBorder ? "*" : ""),
    ];
}
