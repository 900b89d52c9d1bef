using KassaSurvey.Domain.Exports;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>Which formats each content is written in, the usual one first.</summary>
public static class ExportFormats
{
    /// <summary>The workbook.</summary>
    public const string Excel = "xlsx";

    /// <summary>Text separated by commas.</summary>
    public const string Csv = "csv";

    /// <summary>SPSS.</summary>
    public const string Spss = "sav";

    /// <summary>Apache Parquet.</summary>
    public const string Parquet = "parquet";

    /// <summary>Triple-S, the interchange standard of survey programs.</summary>
    public const string TripleS = "triples";

    /// <summary>Answers, figures and scripts in one.</summary>
    public const string Package = "zip";

    private static readonly string[] OfAnswers = [Package, Excel, Csv, Spss, Parquet, TripleS];
    private static readonly string[] OfTables = [Excel, Csv];

    /// <summary>The formats of a content.</summary>
    public static IReadOnlyList<string> Of(ExportContent content) => content == ExportContent.Answers ? OfAnswers : OfTables;

    /// <summary>True when it matters whether answers are codes or words: the others have both by nature.</summary>
    public static bool HasForms(string format) => format is Excel or Csv or Parquet;

    /// <summary>True when weights and reasons of missing answers can be left out: scripts of the package need both.</summary>
    public static bool IsFree(string format) => format != Package;

    /// <summary>The choices as the format takes them.</summary>
    public static ExportChoices Fit(ExportChoices choices)
    {
        var ordered = choices.InOrder();
        return choices.Content != ExportContent.Answers ? ordered with { Segments = [] }
            : choices.Format == Package ? ordered with { Form = ValueForm.Codes, WithWeights = true, TellsMissing = true }
            : HasForms(choices.Format) ? ordered
            : ordered with { Form = ValueForm.Codes };
    }

    /// <summary>About how many bytes a cell takes (measured: docs/performance.md).</summary>
    internal static double BytesPerCell(ExportChoices choices) => (choices.Content, choices.Format) switch
    {
        (ExportContent.Comments, _) => 40,
        (_, Excel) when choices.Content == ExportContent.Answers => 6,
        (_, Csv) when choices.Content == ExportContent.Answers => 1,
        (_, Spss) => 1,
        (_, Parquet) => 1.5,
        (_, TripleS) => 1,
        (_, Package) => 2.6,
        _ => 6,
    };
}
