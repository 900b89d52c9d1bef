using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Fieldwork;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Fieldwork;

/// <summary>Where the field work of a wave stands: the way from those drawn to those who have finished, by stratum, language and day. Counts only; no answer is read.</summary>
public sealed class GetFieldwork(IKassaDatabase database, TimeProvider time)
{
    private static readonly DeliveryStatus[] Arrived = [DeliveryStatus.Sent, DeliveryStatus.Delivered];
    private static readonly DeliveryStatus[] Bounces = [DeliveryStatus.BouncedPermanently, DeliveryStatus.BouncedTemporarily];

    /// <summary>Reads it.</summary>
    public async Task<Result<FieldworkView>> ExecuteAsync(Viewer viewer, WaveId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var wave = await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Status != WaveStatus.Draft, cancellationToken);
        if (wave is null)
        {
            return FieldworkErrors.NotInTheField;
        }

        var groups = await db.Invitations.AsNoTracking().Where(row => row.WaveId == id)
            .GroupBy(row => new { row.Stratum, row.Language, row.Status })
            .Select(group => new { group.Key.Stratum, group.Key.Language, group.Key.Status, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var messages = db.OutboxMessages.AsNoTracking().Where(message => message.WaveId == id);
        var reached = await db.Invitations.CountAsync(
            row => row.WaveId == id && (row.Status != InvitationStatus.Waiting
                || messages.Any(message => message.InvitationId == row.Id && Arrived.Contains(message.Status))
                || db.CallAttempts.Any(call => call.InvitationId == row.Id)),
            cancellationToken);
        var bounced = await messages.Where(message => Bounces.Contains(message.Status)).Select(message => message.InvitationId).Distinct().CountAsync(cancellationToken);
        var days = await DaysAsync(db, id, cancellationToken);
        var completed = days.Sum(day => day.Answers);
        return new FieldworkView
        {
            WaveId = id,
            Year = wave.Year.Value,
            Status = wave.Status,
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            OpensOn = wave.OpensOn,
            ClosesOn = wave.ClosesOn,
            Invited = groups.Count > 0 ? groups.Sum(group => group.Count) : wave.InvitedCount ?? 0,
            Reached = Math.Max(reached, completed),
            Started = groups.Where(group => group.Status == InvitationStatus.Started).Sum(group => group.Count),
            Finished = completed,
            OptedOut = groups.Where(group => group.Status == InvitationStatus.OptedOut).Sum(group => group.Count),
            Bounced = bounced,
            Channels = await ChannelsAsync(messages, cancellationToken),
            IsPaused = await db.SendingPlans.Where(plan => plan.WaveId == id && plan.StartedAt != null).Select(plan => (bool?)plan.IsPaused).SingleOrDefaultAsync(cancellationToken),
            Strata = Parts(groups.Select(group => (group.Stratum, group.Status, group.Count))),
            Ways = Parts(await AskedByAsync(db, messages, cancellationToken)),
            Languages = Parts(groups.Select(group => (group.Language, group.Status, group.Count))),
            Days = days,
            Forecast = wave.Status == WaveStatus.Open ? await ForecastAsync(db, wave, completed, cancellationToken) : null,
        };
    }

    private static ImmutableArray<FieldworkPart> Parts(IEnumerable<(string Name, InvitationStatus Status, long Count)> groups) =>
    [
        .. groups.GroupBy(group => group.Name, StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => new FieldworkPart(
            part.Key, part.Sum(group => group.Count), part.Where(group => group.Status == InvitationStatus.Answered).Sum(group => group.Count))),
    ];

    // By the way of the first message: whoever bounced and was reminded another way was first asked this way all the same.
    private static async Task<IEnumerable<(string Name, InvitationStatus Status, long Count)>> AskedByAsync(
        KassaDbContext db, IQueryable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var groups = await messages.Where(message => message.Step == 0 && message.Channel != ContactChannels.None && Arrived.Contains(message.Status))
            .Join(db.Invitations, message => message.InvitationId, invitation => invitation.Id, (message, invitation) => new { message.Channel, invitation.Status })
            .GroupBy(row => new { row.Channel, row.Status })
            .Select(group => new { group.Key.Channel, group.Key.Status, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        return groups.Select(group => (group.Channel.ToString(), group.Status, group.Count));
    }

    private static async Task<ImmutableArray<FieldworkChannel>> ChannelsAsync(IQueryable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var groups = await messages.Where(message => message.Channel != ContactChannels.None)
            .GroupBy(message => new { message.Channel, message.Status })
            .Select(group => new { group.Key.Channel, group.Key.Status, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        return [.. groups.GroupBy(group => group.Channel, group => (group.Status, group.Count)).OrderBy(way => way.Key).Select(way => Channel(way.Key, way.ToDictionary(row => row.Status, row => row.Count)))];
    }

    private static FieldworkChannel Channel(ContactChannels channel, Dictionary<DeliveryStatus, long> counts)
    {
        return new(
            channel,
            Of(DeliveryStatus.Sent) + Of(DeliveryStatus.Delivered) + Of(DeliveryStatus.BouncedPermanently) + Of(DeliveryStatus.BouncedTemporarily) + Of(DeliveryStatus.OptedOut),
            Of(DeliveryStatus.Delivered), Of(DeliveryStatus.BouncedPermanently), Of(DeliveryStatus.BouncedTemporarily), Of(DeliveryStatus.OptedOut),
            Of(DeliveryStatus.Failed), Of(DeliveryStatus.Planned) + Of(DeliveryStatus.Sending));

        long Of(DeliveryStatus status) => counts.GetValueOrDefault(status);
    }

    private static async Task<ImmutableArray<FieldworkDay>> DaysAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken)
    {
        var days = await db.Responses.Where(response => response.WaveId == wave && response.Status == ResponseStatus.Completed)
            .GroupBy(response => response.CompletedOn).Select(group => new { Day = group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        return [.. days.OrderBy(day => day.Day).Select(day => new FieldworkDay(day.Day, day.Count))];
    }

    /// <summary>By the course of the latest earlier wave whose days are known.</summary>
    private async Task<AnswerForecast?> ForecastAsync(KassaDbContext db, Wave wave, long soFar, CancellationToken cancellationToken)
    {
        var earlier = await db.Waves.AsNoTracking()
            .Where(row => row.SurveyId == wave.SurveyId && row.Status == WaveStatus.Closed && row.Year < wave.Year && row.OpensOn != null && row.InvitedCount != null)
            .OrderByDescending(row => row.Year).FirstOrDefaultAsync(cancellationToken);
        if (earlier?.OpensOn is not { } opened || wave.OpensOn is not { } opens)
        {
            return null;
        }

        var days = await DaysAsync(db, earlier.Id, cancellationToken);
        return AnswerForecast.Of(
            soFar, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - opens.DayNumber, earlier.Year.Value,
            [.. days.Where(day => day.Day is not null).Select(day => (day.Day!.Value.DayNumber - opened.DayNumber, day.Answers))]);
    }
}
