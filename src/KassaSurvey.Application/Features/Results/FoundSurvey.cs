using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Results;

/// <summary>A survey and its fund, as everything that reads results finds them by their keys.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Survey">The survey.</param>
internal sealed record FoundSurvey(Fund Fund, Survey Survey)
{
    /// <summary>Finds them. The context must already be limited to what the viewer may see.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="fundKey">The fund's key; null for the first.</param>
    /// <param name="surveyKey">The survey's key; null for the fund's first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Result<FoundSurvey>> FindAsync(
        KassaDbContext db, string? fundKey, string? surveyKey, CancellationToken cancellationToken)
    {
        var fund = await db.Funds.AsNoTracking()
            .Where(row => fundKey == null || row.Key == fundKey)
            .OrderBy(row => row.Key).FirstOrDefaultAsync(cancellationToken);
        if (fund is null)
        {
            return WaveErrors.FundNotFound(fundKey ?? "");
        }

        var survey = await db.Surveys.AsNoTracking()
            .Where(row => row.FundId == fund.Id && (surveyKey == null || row.Key == surveyKey))
            // What a fund asks its members once a year comes before what it asks after each contact.
            .OrderBy(row => db.TriggerRules.Any(rule => rule.SurveyId == row.Id)).ThenBy(row => row.Key).FirstOrDefaultAsync(cancellationToken);
        return survey is null ? WaveErrors.SurveyNotFound(surveyKey ?? "") : new FoundSurvey(fund, survey);
    }
}
