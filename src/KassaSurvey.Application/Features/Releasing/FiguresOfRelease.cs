using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>The figures of a release as rows.</summary>
internal static class FiguresOfRelease
{
    public static IEnumerable<ReleasedFigure> Of(ReportReleaseId release, WaveResults results)
    {
        IEnumerable<Func<int, ReleasedFigure>> rows =
        [
            .. results.Questions.Where(question => !question.Question.IsChoice).Select(question => Row(
                release, "question", question.Question.Code, question.Question.AreaCode, question.Question.Text,
                question.Current, question.Compared, question.Change)),
            .. results.Areas.Select(area => Row(release, "area", area.Area.Code, area.Area.Code, area.Area.Name, area.Current, area.Compared, area.Change)),
            .. results.Questions.Where(question => question.Question.IsChoice).SelectMany(question => Options(release, question)),
        ];
        return rows.Select((row, place) => row(place));
    }

    private static Func<int, ReleasedFigure> Row(
        ReportReleaseId release, string kind, string code, string? area, LocalizedText name, Reading current, Reading? compared, Change? change)
    {
        var value = current.Value;
        var interval = value?.Mean?.Interval();
        return place => new()
        {
            ReleaseId = release,
            Place = place,
            Kind = kind,
            Code = code,
            Area = area ?? "",
            Name = name,
            ScaleMinimum = value?.Scale?.Minimum,
            ScaleMaximum = value?.Scale?.Maximum,
            IsHidden = current is Reading.Suppressed,
            Answers = value is { IsPublished: true, N: 0 } ? null : value?.N ?? (current is Reading.NoData ? 0 : null),
            Value = Known(value?.Mean?.Value),
            StandardError = Known(value?.Mean?.StandardError),
            Lower = Known(interval?.Lower),
            Upper = Known(interval?.Upper),
            Index = Known(value?.Index?.Value),
            ComparedValue = Known(compared?.Value?.Mean?.Value),
            Change = Known(change?.Delta),
            Verdict = change?.Verdict.ToString() ?? "",
        };
    }

    private static IEnumerable<Func<int, ReleasedFigure>> Options(ReportReleaseId release, QuestionResult result) => result.Current.Value is { } value
        ? value.Options.Select(option => Option(release, result, value, option))
        : [Row(release, "option", result.Question.Code, result.Question.AreaCode, result.Question.Text, result.Current, null, null)];

    private static Func<int, ReleasedFigure> Option(ReportReleaseId release, QuestionResult result, Measurement value, OptionShare option) => place => new()
    {
        ReleaseId = release,
        Place = place,
        Kind = "option",
        Code = $"{result.Question.Code}.{option.Code}",
        Area = result.Question.AreaCode ?? "",
        Name = result.Question.Option(option.Code)?.Label ?? LocalizedText.Same(option.Code),
        Answers = value.N,
        Value = Known(option.Share),
        Lower = Known(option.Interval.Lower),
        Upper = Known(option.Interval.Upper),
        ComparedValue = result.Compared?.Value?.Options.Where(then => then.Code == option.Code).Select(then => Known(then.Share)).FirstOrDefault(),
    };

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
