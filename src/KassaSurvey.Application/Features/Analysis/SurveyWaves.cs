using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>A survey with its years, as an analysis finds it by its keys.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Survey">The survey.</param>
/// <param name="History">Its years.</param>
internal sealed record SurveyWaves(Fund Fund, Survey Survey, SurveyHistory History)
{
    /// <summary>The fund's disclosure rule.</summary>
    public DisclosureRule Rule => new(Fund.MinimumCell);

    /// <summary>Finds the survey. The context must already be limited to what the viewer may see.</summary>
    public static async Task<Result<SurveyWaves>> FindAsync(
        KassaDbContext db, MeasuredWaves waves, string fundKey, string surveyKey, CancellationToken cancellationToken)
    {
        var found = await FoundSurvey.FindAsync(db, fundKey, surveyKey, cancellationToken);
        return found.IsSuccess
            ? new SurveyWaves(found.Value.Fund, found.Value.Survey, await SurveyHistory.LoadAsync(db, waves, found.Value.Survey.Id, cancellationToken))
            : Result<SurveyWaves>.Failed(found.Errors);
    }
}
