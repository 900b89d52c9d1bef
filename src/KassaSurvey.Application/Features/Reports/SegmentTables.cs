using System.Collections.Immutable;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>The tables of one segment. What is hidden was decided by the breakdown; here it is laid out.</summary>
internal static class SegmentTables
{
    public static ReportSegment Of(SurveyBreakdown survey, ReportWords words)
    {
        var (groups, figures) = (survey.Breakdown.First, survey.Breakdown.Figures);
        ImmutableArray<string> names = [.. groups.Groups.Select(group => NameOf(group, words))];
        var segment = words.Segment(groups.Segment);
        var title = words.Format(ReportTexts.SegmentTitle, segment);
        var overall = figures.FirstOrDefault(figure => figure.Code == Survey.OverallCode);
        var areas = figures.Where(figure => figure.Code != Survey.OverallCode).ToList();
        return new(
            groups.Segment, title, DotsOf(overall, names),
            new("groups", title, [new("name", segment) { IsText = true }, .. Columns(words)], [.. Rows(overall, names, words)]),
            new(
                "areas_by_group", words.Format(ReportTexts.SegmentAreasTitle, segment),
                [new("name", words[ReportTexts.ColumnArea]) { IsText = true }, .. names.Select((name, place) => new ReportColumn($"group{place}", name))],
                [.. areas.Select(area => ImmutableArray.Create([ReportCell.Of(Scaled(survey.NameOf(area, words), area)), .. area.Cells.Select(MeanOf)]))]),
            new(
                "segments", words[ReportTexts.SegmentsTitle],
                [
                    .. Lead(words), new("n", words[ReportTexts.ColumnAnswers]),
                    .. figures.Select(figure => new ReportColumn(figure.Code.ToLowerInvariant(), Scaled(survey.NameOf(figure, words), figure))),
                ],
                [
                    .. names.Select((name, place) => ImmutableArray.Create(
                    [
                        ReportCell.Of(segment), ReportCell.Of(name), overall is null ? ReportCell.Nothing : CountOf(overall.Cells[place].Reading),
                        .. figures.Select(figure => MeanOf(figure.Cells[place])),
                    ])),
                ]),
            new(
                "segment_figures", words[ReportTexts.SegmentsTitle],
                [
                    .. Lead(words), new("code", words[ReportTexts.ColumnCode]) { IsText = true }, new("name", words[ReportTexts.ColumnArea]) { IsText = true },
                    .. Columns(words),
                ],
                [
                    .. figures.SelectMany(figure => Rows(figure, names, words).Select(row => ImmutableArray.Create(
                        [ReportCell.Of(segment), row[0], ReportCell.Of(figure.Code), ReportCell.Of(survey.NameOf(figure, words)), .. row.Skip(1)]))),
                ]));
    }

    private static string NameOf(this SurveyBreakdown survey, BreakdownFigure figure, ReportWords words) =>
        survey.Framed.Results.Areas.FirstOrDefault(area => area.Area.Code == figure.Code)?.Area.Name.In(words.Language)
        ?? survey.Framed.Results.Overall?.Question.Text.In(words.Language) ?? figure.Code;

    /// <summary>In a table of means of several scales, a figure on 0-100 says so.</summary>
    private static string Scaled(string name, BreakdownFigure figure) =>
        figure.Cells.Any(cell => cell.Reading.Value?.Scale == AnswerScale.Index) ? $"{name} ({NumberText.Scale(AnswerScale.Index)})" : name;

    private static string NameOf(SegmentGroup group, ReportWords words) => group.Kind switch
    {
        GroupKind.Other => words[ReportTexts.SegmentOther],
        GroupKind.Unknown => words[ReportTexts.SegmentUnknown],
        _ => group.Name!,
    };

    private static ReportDots DotsOf(BreakdownFigure? overall, ImmutableArray<string> names) =>
        overall?.Cells.Select(cell => cell.Reading.Value?.Scale).FirstOrDefault(scale => scale is not null) is { } scale
            ? new(scale, [.. overall.Cells.Select((cell, place) => new ReportDotRow(names[place], ReportPictures.Dot(cell.Reading, scale), null))])
            : new(AnswerScale.Index, []);

    private static ReportColumn[] Lead(ReportWords words) =>
    [
        new("segment", words[ReportTexts.ColumnSegment]) { IsText = true }, new("group", words[ReportTexts.ColumnGroup]) { IsText = true },
    ];

    private static ReportColumn[] Columns(ReportWords words) =>
    [
        new("n", words[ReportTexts.ColumnAnswers]),
        new("mean", words[ReportTexts.ColumnMean]),
        ResultTables.Interval("ci95", words),
        new("index", words[ReportTexts.ColumnIndex]),
        new("change", words[ReportTexts.ColumnChange]),
        new("verdict", words[ReportTexts.ColumnVerdict]) { IsText = true },
        new("note", words[ReportTexts.ColumnNote]) { IsText = true },
    ];

    /// <summary>One figure: a row for each group, its name first.</summary>
    private static IEnumerable<ImmutableArray<ReportCell>> Rows(BreakdownFigure? figure, ImmutableArray<string> names, ReportWords words) =>
        figure is null ? [] : figure.Cells.Select((cell, place) =>
        {
            var value = cell.Reading.Value;
            var decimals = NumberText.DecimalsOf(value?.Scale);
            return ImmutableArray.Create(
            [
                ReportCell.Of(names[place]),
                CountOf(cell.Reading),
                MeanOf(cell) is ReportCell.Number mean ? mean with { IsFew = false } : MeanOf(cell),
                value?.Mean is { } estimate ? ResultTables.Of(estimate.Interval(), decimals, NumberStyle.Plain) : Hidden(cell.Reading),
                value?.Index is { } index ? ReportCell.Of(index.Value, Decimals.Index) : Hidden(cell.Reading),
                ReportCell.Of(cell.Change?.Delta, decimals, NumberStyle.Signed),
                cell.Change is null ? ReportCell.Nothing : ReportCell.Of(words.Verdict(cell.Change.Verdict)),
                ReportCell.Of(words.Note(cell.Reading)),
            ]);
        });

    private static ReportCell CountOf(Reading reading) => reading.Value is { N: > 0 } value ? ReportCell.Of(value.N) : Hidden(reading);

    private static ReportCell MeanOf(BreakdownCell cell) =>
        ReportCell.Of(cell.Reading.Value?.Mean?.Value, NumberText.DecimalsOf(cell.Reading.Value?.Scale)) is ReportCell.Number mean
            ? mean with { IsFew = cell.Reading.Value!.IsFewAnswers }
            : Hidden(cell.Reading);

    private static ReportCell Hidden(Reading reading) => reading is Reading.Suppressed ? ReportCell.Suppressed : ReportCell.Nothing;
}
