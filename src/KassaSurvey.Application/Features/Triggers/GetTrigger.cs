using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>Shows the rule of a survey after contacts, and what came of the contacts of the last thirty days.</summary>
public sealed class GetTrigger(IKassaDatabase database, TimeProvider time)
{
    /// <summary>How many days are looked back on.</summary>
    public const int Days = 30;

    /// <param name="Channel">The channel, as the fund names it.</param>
    /// <param name="Contacts">Contacts that the rule speaks of.</param>
    /// <param name="Asked">Contacts that members were asked about.</param>
    /// <param name="PassedOver">Contacts that nobody was asked about.</param>
    public sealed record ChannelRow(string Channel, int Contacts, int Asked, int PassedOver)
    {
        /// <summary>Contacts whose turn has not come, or that came while the rule was off.</summary>
        public int Waiting => Contacts - Asked - PassedOver;
    }

    /// <param name="Outcome">Why nobody was asked.</param>
    /// <param name="Count">How many contacts.</param>
    public sealed record Left(TriggerOutcome Outcome, int Count);

    /// <param name="Name">The survey's name.</param>
    /// <param name="Year">The reporting year of the last wave; null when there is none.</param>
    /// <param name="Revision">The rule's revision.</param>
    /// <param name="Content">What is settled.</param>
    /// <param name="IsOn">Whether members are asked.</param>
    /// <param name="Channels">By channel, of the last thirty days.</param>
    /// <param name="Passed">Why nobody was asked, of the last thirty days.</param>
    /// <param name="KnownChannels">Channels that contacts have had.</param>
    /// <param name="KnownTopics">Topics that contacts have had.</param>
    public sealed record View(
        LocalizedText Name, int? Year, int Revision, TriggerRuleContent Content, bool IsOn, IReadOnlyList<ChannelRow> Channels,
        IReadOnlyList<Left> Passed, IReadOnlyList<string> KnownChannels, IReadOnlyList<string> KnownTopics);

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, string surveyKey, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys || viewer.Fund is not { } fundId)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var survey = await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.Key == surveyKey, cancellationToken);
        var rule = survey is null ? null : await db.TriggerRules.AsNoTracking().SingleOrDefaultAsync(row => row.SurveyId == survey.Id, cancellationToken);
        if (survey is null || rule is null)
        {
            return TriggerErrors.SurveyUnknown;
        }

        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == fundId, cancellationToken);
        var since = time.GetUtcNow().UtcDateTime.AddDays(-Days);
        var contacts = DueContacts.Of(db, rule, await FundZone.OfAsync(db, fund, cancellationToken)).Where(contact => contact.HeldAt >= since);
        var spoken = await contacts.GroupBy(contact => contact.Channel).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var decided = await contacts
            .Join(db.TriggerDecisions.Where(row => row.SurveyId == survey.Id), contact => contact.Id, row => row.ContactId, (contact, row) => new { contact.Channel, row.Outcome })
            .GroupBy(row => new { row.Channel, row.Outcome }).Select(group => new { group.Key.Channel, group.Key.Outcome, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var channels = spoken.OrderByDescending(row => row.Count).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => new ChannelRow(
            row.Key, row.Count,
            decided.Where(known => known.Channel == row.Key && known.Outcome == TriggerOutcome.Asked).Sum(known => known.Count),
            decided.Where(known => known.Channel == row.Key && known.Outcome != TriggerOutcome.Asked).Sum(known => known.Count)));
        var passed = decided.Where(row => row.Outcome != TriggerOutcome.Asked).GroupBy(row => row.Outcome)
            .Select(group => new Left(group.Key, group.Sum(row => row.Count))).OrderByDescending(left => left.Count).ThenBy(left => left.Outcome);
        var year = await db.Waves.Where(wave => wave.SurveyId == survey.Id).OrderByDescending(wave => wave.Year).Select(wave => (ReportingYear?)wave.Year)
            .FirstOrDefaultAsync(cancellationToken);
        return new View(
            survey.Name, year?.Value, rule.Revision, rule.Content, rule.IsOn, [.. channels], [.. passed],
            await db.MemberContacts.Select(contact => contact.Channel).Distinct().Order().Take(TriggerRule.MostNames).ToListAsync(cancellationToken),
            await db.MemberContacts.Where(contact => contact.Topic != "").Select(contact => contact.Topic).Distinct().Order().Take(TriggerRule.MostNames)
                .ToListAsync(cancellationToken));
    }
}
