using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Triggers;

/// <summary>
/// The wave of a calendar year into which members come one by one. It is made from the year before, or from the built-in questionnaire,
/// opened unless the check before opening finds something in its way, and closes at the end of the following January.
/// </summary>
public sealed class RollingWave(IKassaDatabase database, TimeProvider time)
{
    private static readonly (int Month, int Day) LastDay = (1, 31);

    /// <summary>Finds the year's open wave, or makes and opens it.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="surveyId">Its survey after contacts.</param>
    /// <param name="by">Who is noted as the maker.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The open wave; or why it cannot be opened.</returns>
    internal async Task<Result<WaveId>> OpenAsync(FundId fund, SurveyId surveyId, string by, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator).ActAs(Viewer.Respondent(fund));
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var opened = await OpenAsync(db, surveyId, by, ct);
                if (opened.IsSuccess)
                {
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                }

                return opened;
            },
            cancellationToken);
    }

    private async Task<Result<WaveId>> OpenAsync(KassaDbContext db, SurveyId surveyId, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var year = new ReportingYear(today.Year);
        var known = await db.Waves.AsNoTracking().Where(wave => wave.SurveyId == surveyId && wave.Year == year)
            .Select(wave => new { wave.Id, wave.Status }).SingleOrDefaultAsync(cancellationToken);
        if (known is { Status: WaveStatus.Open })
        {
            return known.Id;
        }

        var id = known?.Id ?? await MakeAsync(db, surveyId, year, by, now, cancellationToken);
        var loaded = (await LoadedDraft.FindAsync(db, id, cancellationToken))!;
        var closesOn = new DateOnly(today.Year + 1, LastDay.Month, LastDay.Day);
        loaded = loaded with { Draft = loaded.Draft with { Settings = loaded.Draft.Settings with { ClosesOn = closesOn } } };
        if (loaded.Wave.Status != WaveStatus.Draft)
        {
            return WaveErrors.NotDraft(year.Value);
        }

        var blocking = loaded.Check(today).Findings.Count(finding => finding.Severity == FindingSeverity.Blocking);
        if (blocking > 0)
        {
            return AuthoringErrors.NotReady(blocking);
        }

        var composed = loaded.Compose(db, loaded.Draft, by, now);
        var opened = composed.IsSuccess ? loaded.Wave.Open(today, closesOn) : Result.Failed(composed.Errors);
        if (!opened.IsSuccess)
        {
            return Result<WaveId>.Failed(opened.Errors);
        }

        var plan = SendingPlan.Create(loaded.Wave.FundId, id);
        // One message and no reminder: who does not answer about a phone call is left in peace. No letter: it would come too late.
        plan.Change(plan.Content with { Steps = [new(0, [ContactChannels.Email, ContactChannels.Sms])] });
        plan.Release(0, now);
        db.SendingPlans.Add(plan);
        return id;
    }

    private static async Task<WaveId> MakeAsync(
        KassaDbContext db, SurveyId surveyId, ReportingYear year, string by, DateTime now, CancellationToken cancellationToken)
    {
        var survey = await db.Surveys.AsNoTracking().SingleAsync(row => row.Id == surveyId, cancellationToken);
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == survey.FundId, cancellationToken);
        var earlier = await db.Waves.AsNoTracking().Include(wave => wave.Questions).Where(wave => wave.SurveyId == surveyId)
            .OrderByDescending(wave => wave.Year).FirstOrDefaultAsync(cancellationToken);
        var areas = await db.ServiceAreas.AsNoTracking().Where(area => area.SurveyId == surveyId).ToListAsync(cancellationToken);
        var draft = earlier is not null
            ? QuestionnaireDraft.Of(earlier, areas, fund.DefaultLanguage, [])
            : new()
            {
                Areas = AfterContactQuestionnaire.Areas,
                Questions = AfterContactQuestionnaire.Questions,
                Settings = new() { SourceLanguage = fund.DefaultLanguage, StatedMinutes = LongestWay.Minutes([.. AfterContactQuestionnaire.Questions]) },
            };
        var wave = Wave.Create(survey, year);
        db.Waves.Add(wave);
        wave.Compose(draft, by, now);
        var lineage = await SurveyLineage.LoadAsync(db, survey, fund.DefaultLanguage, cancellationToken);
        lineage.Compose(year, draft);
        lineage.Links(db);
        await db.SaveChangesAsync(cancellationToken);
        return wave.Id;
    }
}
