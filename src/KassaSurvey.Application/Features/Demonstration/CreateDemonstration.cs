using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>Creates the demonstration fund once: ten measured years, two published ones, and this year's wave in the field.</summary>
public sealed class CreateDemonstration(IKassaDatabase database, SealWave sealWave, TimeProvider time)
{
    /// <summary>Key of the demonstration fund.</summary>
    public const string FundKey = "demo";

    /// <summary>Key of its survey.</summary>
    public const string SurveyKey = "member-satisfaction";

    /// <summary>Creates it, or finds it when it is already there.</summary>
    public async Task<Result<Demonstration>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                if (await db.Funds.AsNoTracking().SingleOrDefaultAsync(fund => fund.Key == FundKey, ct) is { } existing)
                {
                    return Result.Of(new Demonstration(existing.Id, await FindWaitingAsync(db, existing.Id, ct), Created: false));
                }

                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var created = await CreateAsync(db, ct);
                await transaction.CommitAsync(ct);
                return Result.Of(created);
            },
            cancellationToken);
    }

    private static async Task<InvitationId?> FindWaitingAsync(KassaDbContext db, FundId fund, CancellationToken cancellationToken) =>
        await db.Invitations
            .Where(invitation => invitation.FundId == fund && invitation.Status == InvitationStatus.Waiting)
            .OrderBy(invitation => invitation.Id)
            .Select(invitation => (InvitationId?)invitation.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<Demonstration> CreateAsync(KassaDbContext db, CancellationToken cancellationToken)
    {
        var fund = Fund.Create(
            FundKey,
            LocalizedText.Of("Esimerkkikassa", "Exempelkassan", "Eksempelkassen", "Example Fund"),
            Languages.Finnish,
            "kysely@esimerkkikassa.example");
        db.Funds.Add(fund);
        db.FundFaces.Add(DemonstrationFace.Of(fund, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        var survey = CreateSurvey.Add(db, fund, SurveyKey, CreateSurvey.DefaultName);
        db.TrendEvents.Add(TrendEvent.Create(
            fund.Id,
            DemonstrationFigures.LastYear,
            LocalizedText.Of("Korona-aika: hakemuksia ennätysmäärä", "Coronatiden: rekordmånga ansökningar", "Coronatiden: rekordmange ansøgninger", "Corona: more applications than ever")).Value);
        await db.SaveChangesAsync(cancellationToken);

        var waves = new DemonstrationWaves(database, db, fund, survey);
        for (var year = DemonstrationFigures.FirstYear; year <= DemonstrationFigures.LastYear; year++)
        {
            await waves.AddClosedAsync(year, sealWave, cancellationToken);
        }

        waves.AddPublished();
        var waiting = await waves.AddOpenAsync(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        await DemonstrationRegister.AddAsync(database, db, fund, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        return new(fund.Id, waiting, Created: true);
    }

    /// <summary>The demonstration fund.</summary>
    /// <param name="Fund">Its id.</param>
    /// <param name="WaitingInvitation">An invitation to try the member's side with; null when all have been used.</param>
    /// <param name="Created">True when it was created now.</param>
    public sealed record Demonstration(FundId Fund, InvitationId? WaitingInvitation, bool Created);
}
