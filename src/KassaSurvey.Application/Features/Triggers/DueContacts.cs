using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>Which contacts a rule speaks of, as queries.</summary>
internal static class DueContacts
{
    /// <summary>The contacts of the rule's channels, topics and days.</summary>
    public static IQueryable<MemberContact> Of(KassaDbContext db, TriggerRule rule, TimeZoneInfo zone)
    {
        var from = TimeZoneInfo.ConvertTimeToUtc(rule.ActiveFrom.ToDateTime(TimeOnly.MinValue), zone);
        var contacts = db.MemberContacts.AsNoTracking().Where(contact => contact.HeldAt >= from);
        if (rule.ActiveTo is { } last)
        {
            var end = TimeZoneInfo.ConvertTimeToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone);
            contacts = contacts.Where(contact => contact.HeldAt < end);
        }

        var (channels, topics) = (rule.Channels.ToArray(), rule.Topics.ToArray());
        contacts = channels.Length == 0 ? contacts : contacts.Where(contact => channels.Contains(contact.Channel));
        return topics.Length == 0 ? contacts : contacts.Where(contact => topics.Contains(contact.Topic));
    }

    /// <summary>Those whose delay has passed and about whom nothing has been decided, the oldest first.</summary>
    public static async Task<List<MemberContact>> NextAsync(
        KassaDbContext db, TriggerRule rule, DateTime now, int most, CancellationToken cancellationToken)
    {
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == rule.FundId, cancellationToken);
        var (due, survey) = (now.AddHours(-rule.DelayHours), rule.SurveyId);
        return await Of(db, rule, await FundZone.OfAsync(db, fund, cancellationToken))
            .Where(contact => contact.HeldAt <= due && !db.TriggerDecisions.Any(row => row.SurveyId == survey && row.ContactId == contact.Id))
            .OrderBy(contact => contact.HeldAt).ThenBy(contact => contact.Id).Take(most).ToListAsync(cancellationToken);
    }
}
