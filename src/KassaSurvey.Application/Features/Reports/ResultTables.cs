using System.Collections.Immutable;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>The tables of means: questions, areas, and the overall grade by year.</summary>
internal static class ResultTables
{
    public static ReportTable Questions(WaveResults results, ReportWords words) => new(
        "questions", words[ReportTexts.QuestionsTitle], [.. Columns(words, words[ReportTexts.ColumnQuestion], results)],
        [
            .. results.Questions.Where(result => !result.Question.IsChoice).Select(result => Row(
                "question", result.Question.Code, result.Question.AreaCode ?? "", result.Question.Text.In(words.Language),
                result.Current, result.Compared, result.Change, NoteOf(result, results, words), words)),
        ]);

    public static ReportTable Areas(WaveResults results, ReportWords words) => new(
        "areas", words[ReportTexts.AreasTitle], [.. Columns(words, words[ReportTexts.ColumnArea], results)],
        [
            .. results.Areas.Select(result => Row(
                "area", result.Area.Code, result.Area.Code, result.Area.Name.In(words.Language), result.Current, result.Compared, result.Change,
                NoteOf(result, words), words)),
        ]);

    public static ReportTable Trend(WaveResults results, ReportWords words)
    {
        ImmutableArray<ReportColumn> columns =
        [
            new("year", words[ReportTexts.ColumnYear]),
            new("source", words[ReportTexts.ColumnSource]) { IsText = true },
            new("scale", words[ReportTexts.ColumnScale]) { IsText = true },
            new("n", words[ReportTexts.ColumnAnswers]),
            new("mean", words[ReportTexts.ColumnMean]),
            Interval("ci95", words),
            new("index", words[ReportTexts.ColumnIndex]),
            new("note", words[ReportTexts.ColumnNote]) { IsText = true },
        ];
        return new("trend", words[ReportTexts.TrendTitle], columns, [.. Rows(results.Overall?.Trend ?? [], words)]);
    }

    public static ReportColumn Interval(string key, ReportWords words) => new(key, words[ReportTexts.ColumnInterval])
    {
        Ends = (words[ReportTexts.ColumnIntervalLower], words[ReportTexts.ColumnIntervalUpper]),
    };

    private static IEnumerable<ImmutableArray<ReportCell>> Rows(ImmutableArray<TrendPoint> trend, ReportWords words) => trend.Select((point, i) =>
        Row(point, !point.BreaksBefore ? "" : words[trend[i - 1].Scale == point.Scale ? ReportTexts.NoteEdited : ReportTexts.NoteScaleChanged], words));

    private static ImmutableArray<ReportCell> Row(TrendPoint point, string note, ReportWords words)
    {
        var decimals = NumberText.DecimalsOf(point.Scale);
        return
        [
            ReportCell.Of(point.Year.Value, 0, NumberStyle.Year),
            ReportCell.Of(words[point.Source == TrendSource.Published ? ReportTexts.SourcePublished : ReportTexts.SourceMeasured]),
            ReportCell.Of(NumberText.Scale(point.Scale)),
            point.Mean.N > 0 ? ReportCell.Of(point.Mean.N) : ReportCell.Nothing,
            ReportCell.Of(point.Mean.Value, decimals),
            Of(point.Mean.Interval(), decimals, NumberStyle.Plain),
            ReportCell.Of(point.Index.Value, Decimals.Index),
            ReportCell.Of(note),
        ];
    }

    private static string NoteOf(QuestionResult result, WaveResults results, ReportWords words) => Notes(words.Note(result.Current), result.ComparedAs switch
    {
        QuestionChange.Different when results.ComparedYear is { } year => words.Format(ReportTexts.NoteDifferent, year),
        QuestionChange.SmallEdit => words[ReportTexts.NoteEdited],
        _ => "",
    });

    private static string NoteOf(AreaResult result, ReportWords words) => Notes(
        words.Note(result.Current), result.Basis is { IsWhole: false } basis ? words.Format(ReportTexts.NoteBasis, basis.Common, basis.All) : "");

    private static string Notes(params string[] notes) => string.Join("; ", notes.Where(note => note.Length > 0));

    private static IEnumerable<ReportColumn> Columns(ReportWords words, string nameTitle, WaveResults results)
    {
        var compared = results.ComparedYear is { } year ? words.Format(ReportTexts.ColumnComparedMean, year) : words[ReportTexts.ColumnMean];
        return
        [
            new("kind", words[ReportTexts.ColumnKind]) { IsText = true },
            new("code", words[ReportTexts.ColumnCode]) { IsText = true },
            new("area", words[ReportTexts.ColumnArea]) { IsText = true },
            new("name", nameTitle) { IsText = true },
            new("scale", words[ReportTexts.ColumnScale]) { IsText = true },
            new("n", words[ReportTexts.ColumnAnswers]),
            new("cant_say", words[ReportTexts.ColumnCantSay]),
            new("mean", words[ReportTexts.ColumnMean]),
            new("sd", words[ReportTexts.ColumnDeviation]),
            new("se", words[ReportTexts.ColumnError]),
            Interval("ci95", words),
            new("index", words[ReportTexts.ColumnIndex]),
            new("top_two", words[ReportTexts.ColumnTopTwo]),
            new("compared_mean", compared),
            new("change", words[ReportTexts.ColumnChange]),
            new("change_ci95", words[ReportTexts.ColumnChangeInterval])
            {
                Ends = (words[ReportTexts.ColumnChangeLower], words[ReportTexts.ColumnChangeUpper]),
            },
            new("p_adjusted", words[ReportTexts.ColumnP]),
            new("verdict", words[ReportTexts.ColumnVerdict]) { IsText = true },
            new("note", words[ReportTexts.ColumnNote]) { IsText = true },
        ];
    }

    private static ImmutableArray<ReportCell> Row(
        string kind, string code, string area, string name, Reading current, Reading? compared, Change? change, string note, ReportWords words)
    {
        var hidden = current is Reading.Suppressed ? ReportCell.Suppressed : ReportCell.Nothing;
        var value = current.Value;
        var decimals = NumberText.DecimalsOf(value?.Scale);
        return
        [
            ReportCell.Of(kind),
            ReportCell.Of(code),
            ReportCell.Of(area),
            ReportCell.Of(name),
            value?.Scale is { } scale ? ReportCell.Of(NumberText.Scale(scale)) : ReportCell.Nothing,
            value is { N: > 0 } ? ReportCell.Of(value.N) : hidden,
            Figure(value?.CantSayShare, Decimals.Percent, NumberStyle.Percent),
            Figure(value?.Mean?.Value, decimals),
            Figure(value?.Mean?.StandardDeviation, decimals),
            Figure(value?.Mean?.StandardError, 3),
            value?.Mean is { } mean ? Of(mean.Interval(), decimals, NumberStyle.Plain) : hidden,
            Figure(value?.Index?.Value, Decimals.Index),
            Figure(value?.TopTwo?.Value, Decimals.Percent, NumberStyle.Percent),
            compared is Reading.Suppressed ? ReportCell.Suppressed
                : ReportCell.Of(compared?.Value?.Mean?.Value, NumberText.DecimalsOf(compared?.Value?.Scale)),
            ReportCell.Of(change?.Delta, decimals, NumberStyle.Signed),
            change?.Interval is { } interval ? Of(interval, decimals, NumberStyle.Signed) : ReportCell.Nothing,
            ReportCell.Of(change?.AdjustedP, 3, NumberStyle.Probability),
            change is null ? ReportCell.Nothing : ReportCell.Of(words.Verdict(change.Verdict)),
            ReportCell.Of(note),
        ];

        ReportCell Figure(double? figure, int places, NumberStyle style = NumberStyle.Plain) =>
            current is Reading.Suppressed ? hidden : ReportCell.Of(figure, places, style);
    }

    public static ReportCell Of(ConfidenceInterval interval, int decimals, NumberStyle style) =>
        double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper)
            ? new ReportCell.Interval(interval.Lower, interval.Upper, decimals, style)
            : ReportCell.Nothing;
}
