using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>A wave with everything that composing it looks at. Wave and areas are tracked.</summary>
internal sealed record LoadedDraft(
    Fund Fund, FundFace? Face, Survey Survey, Wave Wave, IReadOnlyList<ServiceArea> Areas, SurveyLineage Lineage, QuestionnaireDraft Draft)
{
    /// <summary>Reads it, or gives null when the viewer's fund has no such wave.</summary>
    public static async Task<LoadedDraft?> FindAsync(KassaDbContext db, WaveId id, CancellationToken cancellationToken)
    {
        var wave = await db.Waves.Include(row => row.Questions).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (wave is null)
        {
            return null;
        }

        var survey = await db.Surveys.AsNoTracking().SingleAsync(row => row.Id == wave.SurveyId, cancellationToken);
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == wave.FundId, cancellationToken);
        var face = await db.FundFaces.AsNoTracking().SingleOrDefaultAsync(row => row.FundId == wave.FundId, cancellationToken);
        var areas = await db.ServiceAreas.Where(area => area.SurveyId == survey.Id).OrderBy(area => area.Order).ToListAsync(cancellationToken);
        var lineage = await SurveyLineage.LoadAsync(db, survey, fund.DefaultLanguage, cancellationToken);
        var draft = QuestionnaireDraft.Of(wave, areas, fund.DefaultLanguage, lineage.CodesBefore(wave.Year));
        return new(fund, face, survey, wave, areas, lineage, draft);
    }

    /// <summary>Takes a new questionnaire over into the wave and its links; the caller saves.</summary>
    public Result<LoadedDraft> Compose(KassaDbContext db, QuestionnaireDraft draft, string by, DateTime at)
    {
        var composed = Wave.Compose(draft, by, at);
        if (!composed.IsSuccess)
        {
            return Result<LoadedDraft>.Failed(composed.Errors);
        }

        Lineage.Compose(Wave.Year, draft);
        Lineage.Links(db);
        return this with { Draft = draft };
    }

    /// <summary>The links of this year's questions by code.</summary>
    public Dictionary<string, QuestionLink> LinksByCode() => Lineage.Links().Where(link => link.ToYear == Wave.Year)
        .ToDictionary(link => link.QuestionCode, StringComparer.OrdinalIgnoreCase);

    /// <summary>The pre-flight check.</summary>
    public CheckDraft.Outcome Check(DateOnly today)
    {
        var undecided = LinksByCode().Values
            .Where(link => link.Decided is null && link.Suggested != QuestionChange.Same)
            .Select(link => link.QuestionCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var codes = Draft.Questions.Select(question => question.Code).Where(undecided.Contains);
        return new(PreFlight.Check(Draft, PreFlightFace.Of(Fund, Face), codes, today), LongestWay.Seconds(Draft.Questions));
    }
}
