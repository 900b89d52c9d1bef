using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>What a report draws, as plain figures. Areas on one scale keep it; areas on several meet on 0-100.</summary>
internal static class ReportPictures
{
    public static ReportDots Dots(WaveResults results, string language)
    {
        AnswerScale[] scales =
        [
            .. results.Areas.SelectMany(area => new[] { area.Current.Value?.Scale, area.Compared?.Value?.Scale }).OfType<AnswerScale>().Distinct(),
        ];
        var scale = scales is [var single] ? single : AnswerScale.Index;
        return new(scale,
        [
            .. results.Areas.Select(area => new ReportDotRow(
                area.Area.Name.In(language), Dot(area.Current, scale), area.Compared is { } compared ? Dot(compared, scale) : null)),
        ]);
    }

    public static ImmutableArray<ReportBars> Bars(WaveResults results, ReportWords words) =>
    [
        .. results.Questions.Where(ShareTables.IsShown).Select(result => new ReportBars(
            result.Question.Code,
            result.Question.Text.In(words.Language),
            [
                .. (result.Current.Value?.Options ?? []).Select(option => new ReportBar(
                    ShareTables.Label(result.Question, option.Code, words), option.Share, ShareTables.ComparedShare(result, option.Code))),
            ])),
    ];

    public static ReportDot? Dot(Reading reading, AnswerScale axis)
    {
        var estimate = reading.Value is { } value && value.Scale == axis ? value.Mean : reading.Value?.Index;
        return estimate is { } known && double.IsFinite(known.Value)
            ? new(known.Value, known.Interval().Lower, known.Interval().Upper)
            : null;
    }
}
