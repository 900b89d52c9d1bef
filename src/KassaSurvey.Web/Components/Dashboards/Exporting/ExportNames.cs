using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Exporting;

/// <summary>What people call the choices of an export.</summary>
internal static class ExportNames
{
    private const double Kilo = 1000;

    public static string Of(ExportContent content, IStringLocalizer texts) => texts[content switch
    {
        ExportContent.Answers => ExportTexts.Answers,
        ExportContent.Comments => ExportTexts.Comments,
        _ => ExportTexts.Figures,
    }];

    public static string Hint(ExportContent content, IStringLocalizer texts) => texts[content switch
    {
        ExportContent.Answers => ExportTexts.AnswersHint,
        ExportContent.Comments => ExportTexts.CommentsHint,
        _ => ExportTexts.FiguresHint,
    }];

    public static string Of(ValueForm form, IStringLocalizer texts) => texts[form switch
    {
        ValueForm.Labels => ExportTexts.Labels,
        ValueForm.Both => ExportTexts.Both,
        _ => ExportTexts.Codes,
    }];

    public static string Format(string format, ExportContent content, IStringLocalizer texts) => texts[format switch
    {
        ExportFormats.Package => ExportTexts.FormatPackage,
        ExportFormats.Spss => ExportTexts.FormatSpss,
        ExportFormats.Parquet => ExportTexts.FormatParquet,
        ExportFormats.TripleS => ExportTexts.FormatTripleS,
        ExportFormats.Csv => content == ExportContent.Comments ? ExportTexts.FormatCsvAlone : ExportTexts.FormatCsv,
        _ => ExportTexts.FormatExcel,
    }];

    public static string Of(ExportState state, IStringLocalizer texts) => texts[state switch
    {
        ExportState.Waiting => ExportTexts.Waiting,
        ExportState.Running => ExportTexts.Running,
        ExportState.Ready => ExportTexts.Ready,
        ExportState.Failed => ExportTexts.Failed,
        ExportState.Cancelled => ExportTexts.Cancelled,
        _ => ExportTexts.Expired,
    }];

    /// <summary>A size in the largest unit of which there is at least one.</summary>
    public static string Size(long bytes, IStringLocalizer texts, NumberText numbers) => bytes < Kilo * Kilo
        ? texts[ExportTexts.Kilobytes, numbers.Count(Math.Max(1, (long)Math.Round(bytes / Kilo)))]
        : texts[ExportTexts.Megabytes, numbers.Number(bytes / (Kilo * Kilo), 1)];
}
