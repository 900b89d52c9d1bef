using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>A survey with all its years: what exports are made of.</summary>
/// <param name="Survey">The survey and its fund.</param>
/// <param name="History">Its years.</param>
/// <param name="Comparability">How comparable they are.</param>
internal sealed record ExportSource(FoundSurvey Survey, SurveyHistory History, Comparability Comparability)
{
    /// <summary>Reads it. The context must already be limited to what the viewer may see.</summary>
    public static async Task<Result<ExportSource>> FindAsync(
        KassaDbContext db, MeasuredWaves waves, string? surveyKey, CancellationToken cancellationToken)
    {
        var found = await FoundSurvey.FindAsync(db, null, surveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<ExportSource>.Failed(found.Errors);
        }

        var (fund, survey) = found.Value;
        var history = await SurveyHistory.LoadAsync(db, waves, survey.Id, cancellationToken);
        var links = await db.QuestionLinks.AsNoTracking()
            .Where(link => link.SurveyId == survey.Id && (link.Decided != null || link.Suggested != QuestionChange.Same)).ToListAsync(cancellationToken);
        return new ExportSource(found.Value, history, SurveyLineage.Of(survey, history, links, fund.DefaultLanguage).Comparability());
    }

    /// <summary>How few may stand together.</summary>
    private DisclosureRule Rule => new(Survey.Fund.MinimumCell);

    /// <summary>The closed wave of a year with enough answers to hand out, or null.</summary>
    public MeasuredWave? Closed(ReportingYear year) =>
        History.Wave(year)?.Status == WaveStatus.Closed && History.Measured(year) is { } measured && measured.Columns.Count >= Rule.FewestShown ? measured : null;

    /// <summary>The answers of the years; an error names the first that has none.</summary>
    public Result<IReadOnlyList<AnsweredYear>> Answers(ExportChoices choices)
    {
        var years = new List<AnsweredYear>();
        foreach (var number in choices.Years)
        {
            if (!ReportingYear.IsValid(number) || Closed(new(number)) is not { } measured)
            {
                return ExportErrors.NoAnswers(number);
            }

            years.Add(new(new(number), [.. measured.Questionnaire.Questions], measured.Columns, Rule));
        }

        return years;
    }
}
