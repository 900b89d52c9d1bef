using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

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
        if (await db.Funds.AsNoTracking().SingleOrDefaultAsync(row => row.Key == fundKey, cancellationToken) is not { } fund)
        {
            return WaveErrors.FundNotFound(fundKey);
        }

        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.FundId == fund.Id && row.Key == surveyKey, cancellationToken);
        return survey is null
            ? WaveErrors.SurveyNotFound(surveyKey)
            : new SurveyWaves(fund, survey, await SurveyHistory.LoadAsync(db, waves, survey.Id, cancellationToken));
    }
}
