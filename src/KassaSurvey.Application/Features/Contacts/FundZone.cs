using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Contacts;

/// <summary>The fund's time zone: which day a contact was on, there.</summary>
internal static class FundZone
{
    public static async Task<TimeZoneInfo> OfAsync(KassaDbContext db, Fund fund, CancellationToken cancellationToken)
    {
        var country = await db.FundFaces.AsNoTracking().Where(face => face.FundId == fund.Id).Select(face => face.Country)
            .SingleOrDefaultAsync(cancellationToken);
        return TimeZoneInfo.FindSystemTimeZoneById(
            Country.TimeZoneOf(string.IsNullOrEmpty(country) ? Country.Of(fund.DefaultLanguage) : country));
    }
}
