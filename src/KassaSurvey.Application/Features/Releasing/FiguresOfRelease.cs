using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>The figures of a release as rows.</summary>
internal static class FiguresOfRelease
{
    public static List<ReleasedFigure> Of(ReportReleaseId release, WaveResults results)
    {
        var rows = new List<ReleasedFigure>();
        foreach (var result in results.Questions.Where(result => !result.Question.IsChoice))
        {
            var question = result.Question;
            rows.Add(Row(release, rows.Count, "question", question.Code, question.AreaCode, question.Text, result.Current, result.Compared, result.Change));
        }

        foreach (var area in results.Areas)
        {
            rows.Add(Row(release, rows.Count, "area", area.Area.Code, area.Area.Code, area.Area.Name, area.Current, area.Compared, area.Change));
        }

        foreach (var result in results.Questions.Where(result => result.Question.IsChoice))
        {
            AddOptions(rows, release, result);
        }

        return rows;
    }

    private static ReleasedFigure Row(
        ReportReleaseId release, int place, string kind, string code, string? area, LocalizedText name, Reading current, Reading? compared, Change? change)
    {
        var value = current.Value;
        var interval = value?.Mean?.Interval();
        return new()
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
            Value = ResultsDocument.Known(value?.Mean?.Value),
            StandardError = ResultsDocument.Known(value?.Mean?.StandardError),
            Lower = ResultsDocument.Known(interval?.Lower),
            Upper = ResultsDocument.Known(interval?.Upper),
            Index = ResultsDocument.Known(value?.Index?.Value),
            ComparedValue = ResultsDocument.Known(compared?.Value?.Mean?.Value),
            Change = ResultsDocument.Known(change?.Delta),
            Verdict = change?.Verdict.ToString() ?? "",
        };
    }

    private static void AddOptions(List<ReleasedFigure> rows, ReportReleaseId release, QuestionResult result)
    {
        if (result.Current.Value is not { } value)
        {
            rows.Add(Row(release, rows.Count, "option", result.Question.Code, result.Question.AreaCode, result.Question.Text, result.Current, null, null));
            return;
        }

        foreach (var option in value.Options)
        {
            rows.Add(Option(release, rows.Count, result, value, option));
        }
    }

    private static ReleasedFigure Option(ReportReleaseId release, int place, QuestionResult result, Measurement value, OptionShare option) => new()
    {
        ReleaseId = release,
        Place = place,
        Kind = "option",
        Code = $"{result.Question.Code}.{option.Code}",
        Area = result.Question.AreaCode ?? "",
        Name = result.Question.Option(option.Code)?.Label ?? LocalizedText.Same(option.Code),
        Answers = value.N,
        Value = ResultsDocument.Known(option.Share),
        Lower = ResultsDocument.Known(option.Interval.Lower),
        Upper = ResultsDocument.Known(option.Interval.Upper),
        ComparedValue = result.Compared?.Value?.Options.Where(then => then.Code == option.Code).Select(then => ResultsDocument.Known(then.Share)).FirstOrDefault(),
    };
}
