using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Where the sending of a wave stands: plan, steps, counts.</summary>
public sealed class GetSending(IKassaDatabase database, SendingWays ways, IMemberAddresses addresses, TimeProvider time)
{
    /// <param name="Survey">The survey's key.</param>
    /// <param name="Year">The wave's year.</param>
    public sealed record Query(string Survey, int Year);

    /// <param name="Step">The step.</param>
    /// <param name="Status">Where its messages stand.</param>
    /// <param name="Reason">Why they were not sent.</param>
    /// <param name="Channel">By which way they go.</param>
    /// <param name="Count">How many.</param>
    public sealed record Tally(int Step, DeliveryStatus Status, SkipReason Reason, ContactChannels Channel, int Count);

    /// <param name="Wave">The wave.</param>
    /// <param name="SurveyName">What the survey is called.</param>
    /// <param name="ClosesOn">Last day of answering.</param>
    /// <param name="IsInField">True when members can answer now.</param>
    /// <param name="Plan">What is settled.</param>
    /// <param name="StartedAt">When the invitations were released, UTC.</param>
    /// <param name="LastStep">The last step released.</param>
    /// <param name="IsPaused">True while nothing goes out.</param>
    /// <param name="Revision">The plan's revision; 0 for one that nobody has changed.</param>
    /// <param name="Zone">The fund's time zone.</param>
    /// <param name="Languages">The languages members can answer in.</param>
    /// <param name="Available">The ways that are set up.</param>
    /// <param name="HasAddress">True when the installation knows its public address.</param>
    /// <param name="Invited">Invitations of the wave.</param>
    /// <param name="Tallies">Messages by step and standing.</param>
    /// <param name="NextDue">When the next message goes out, UTC.</param>
    public sealed record View(
        WaveId Wave, LocalizedText SurveyName, DateOnly? ClosesOn, bool IsInField, SendingPlanContent Plan, DateTime? StartedAt, int LastStep,
        bool IsPaused, int Revision, TimeZoneInfo Zone, IReadOnlyList<string> Languages, ContactChannels Available, bool HasAddress,
        int Invited, IReadOnlyList<Tally> Tallies, DateTime? NextDue)
    {
        /// <summary>Messages of a step in a state.</summary>
        public int CountOf(int step, DeliveryStatus status) => Tallies.Where(row => row.Step == step && row.Status == status).Sum(row => row.Count);
    }

    public async Task<Result<View>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (!ReportingYear.IsValid(query.Year)
            || await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.Key == query.Survey, cancellationToken) is not { } survey
            || await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.SurveyId == survey.Id && row.Year == new ReportingYear(query.Year), cancellationToken) is not { } wave)
        {
            return SendingErrors.WaveNotFound;
        }

        var plan = await db.SendingPlans.AsNoTracking().SingleOrDefaultAsync(row => row.WaveId == wave.Id, cancellationToken)
            ?? SendingPlan.Create(wave.FundId, wave.Id);
        var tallies = await db.OutboxMessages.AsNoTracking().Where(row => row.WaveId == wave.Id)
            .GroupBy(row => new { row.Step, row.Status, row.Reason, row.Channel })
            .Select(group => new Tally(group.Key.Step, group.Key.Status, group.Key.Reason, group.Key.Channel, group.Count()))
            .ToListAsync(cancellationToken);
        var next = await db.OutboxMessages.AsNoTracking()
            .Where(row => row.WaveId == wave.Id && row.Status == DeliveryStatus.Planned && row.Channel != ContactChannels.Letter)
            .OrderBy(row => row.DueAt).Select(row => (DateTime?)row.DueAt).FirstOrDefaultAsync(cancellationToken);
        var country = await CountryAsync(db, wave.FundId, cancellationToken);
        return new View(
            wave.Id, survey.Name, wave.ClosesOn, wave.TakesAnswersOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), plan.Content, plan.StartedAt,
            plan.LastStep, plan.IsPaused, plan.Revision, TimeZoneInfo.FindSystemTimeZoneById(Country.TimeZoneOf(country)),
            wave.Composition is { } composition ? [.. composition.Settings.Languages] : Domain.Primitives.Languages.All,
            ways.Available, addresses.IsSetUp, await db.Invitations.CountAsync(row => row.WaveId == wave.Id, cancellationToken), tallies, next);
    }

    private static async Task<string> CountryAsync(KassaDbContext db, FundId fund, CancellationToken cancellationToken)
    {
        var told = await db.FundFaces.Where(row => row.FundId == fund).Select(row => row.Country).SingleOrDefaultAsync(cancellationToken);
        return told is { Length: > 0 }
            ? told
            : Country.Of(await db.Funds.Where(row => row.Id == fund).Select(row => row.DefaultLanguage).SingleAsync(cancellationToken));
    }
}
