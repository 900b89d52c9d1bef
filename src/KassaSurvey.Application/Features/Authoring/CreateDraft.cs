using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Makes the draft of a year from an earlier year's questionnaire, or from the built-in one.</summary>
public sealed class CreateDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to make.</summary>
    /// <param name="SurveyId">The survey.</param>
    /// <param name="Year">The new wave's year.</param>
    /// <param name="CopyFrom">The year to copy; null = the built-in questionnaire.</param>
    public sealed record Command(SurveyId SurveyId, int Year, int? CopyFrom);

    /// <summary>Makes the draft; every question keeps its code.</summary>
    public async Task<Result<WaveId>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!ReportingYear.IsValid(command.Year))
        {
            return AuthoringErrors.YearInvalid(command.Year);
        }

        await using var db = database.For(viewer);
        if (await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.SurveyId, cancellationToken) is not { } survey)
        {
            return AuthoringErrors.SurveyUnknown;
        }

        var year = new ReportingYear(command.Year);
        if (await IsTakenAsync(db, survey, year, cancellationToken))
        {
            return AuthoringErrors.YearTaken(command.Year);
        }

        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == survey.FundId, cancellationToken);
        var source = await SourceAsync(db, survey, fund, command, cancellationToken);
        if (!source.IsSuccess)
        {
            return Result<WaveId>.Failed(source.Errors);
        }

        var wave = Wave.Create(survey, year);
        db.Waves.Add(wave);
        wave.Compose(source.Value, viewer.Name, time.Now());
        var lineage = await SurveyLineage.LoadAsync(db, survey, fund.DefaultLanguage, cancellationToken);
        lineage.Compose(year, source.Value);
        lineage.Links(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody made the same year at the same moment.
            await using var now = database.For(viewer);
            if (await IsTakenAsync(now, survey, year, cancellationToken))
            {
                return AuthoringErrors.YearTaken(command.Year);
            }

            throw;
        }

        return wave.Id;
    }

    private static Task<bool> IsTakenAsync(KassaDbContext db, Survey survey, ReportingYear year, CancellationToken cancellationToken) =>
        db.Waves.AnyAsync(wave => wave.SurveyId == survey.Id && wave.Year == year, cancellationToken);

    private static async Task<Result<QuestionnaireDraft>> SourceAsync(
        KassaDbContext db, Survey survey, Fund fund, Command command, CancellationToken cancellationToken)
    {
        if (command.CopyFrom is not { } from)
        {
            return new QuestionnaireDraft
            {
                Areas = [.. BuiltInQuestionnaire.Areas.Select(area => new WaveArea(area.Code, area.Name))],
                Questions = [.. BuiltInQuestionnaire.Questions],
                Settings = new() { SourceLanguage = fund.DefaultLanguage, StatedMinutes = LongestWay.Minutes([.. BuiltInQuestionnaire.Questions]) },
            };
        }

        var earlier = ReportingYear.IsValid(from) && from < command.Year ? new ReportingYear(from) : (ReportingYear?)null;
        var wave = await db.Waves.AsNoTracking().Include(row => row.Questions)
            .SingleOrDefaultAsync(row => row.SurveyId == survey.Id && row.Year == earlier, cancellationToken);
        if (wave is null || wave.Questions.Count == 0)
        {
            return AuthoringErrors.NothingToCopy(from);
        }

        var areas = await db.ServiceAreas.AsNoTracking().Where(area => area.SurveyId == survey.Id).ToListAsync(cancellationToken);
        var copied = QuestionnaireDraft.Of(wave, areas, fund.DefaultLanguage, []);
        var used = copied.Questions.Select(question => question.AreaCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return copied with
        {
            Areas = [.. copied.Areas.Where(area => used.Contains(area.Code))],
            Settings = copied.Settings with { ClosesOn = null },
        };
    }
}
