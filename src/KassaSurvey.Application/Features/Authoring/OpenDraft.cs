using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Opens a draft for answering.</summary>
public sealed class OpenDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to open.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    public sealed record Command(WaveId WaveId, int Revision);

    /// <summary>Opens it until the last day in its settings, unless the check found something that stops it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        var result = await DraftWriter.RunAsync(
            database, viewer, command.WaveId, command.Revision, (db, loaded, ct) => OpenAsync(db, loaded, viewer, ct), cancellationToken);
        return result.IsSuccess ? Result.Done : Result.Failed(result.Errors);
    }

    private async Task<Result<Wave>> OpenAsync(KassaDbContext db, LoadedDraft loaded, Viewer viewer, CancellationToken cancellationToken)
    {
        var (wave, draft) = (loaded.Wave, loaded.Draft);
        if (wave.Status != WaveStatus.Draft)
        {
            return WaveErrors.NotDraft(wave.Year.Value);
        }

        var blocking = loaded.Check(time.Today()).Findings.Count(finding => finding.Severity == FindingSeverity.Blocking);
        if (blocking > 0)
        {
            return AuthoringErrors.NotReady(blocking);
        }

        // A wave that nobody edited gets areas and settings of its own now: later changes of the survey must not reach it.
        var composed = loaded.Compose(db, draft, viewer.Name, time.Now());
        var opened = composed.IsSuccess ? wave.Open(time.Today(), draft.Settings.ClosesOn!.Value) : Result.Failed(composed.Errors);
        if (!opened.IsSuccess)
        {
            return Result<Wave>.Failed(opened.Errors);
        }

        Arrange(db, loaded);
        await db.SaveChangesAsync(cancellationToken);
        // Nothing of an open wave can be undone; who changed what and when stays.
        await db.QuestionnaireEdits.Where(edit => edit.WaveId == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(edit => edit.Before, "").SetProperty(edit => edit.After, (string?)null), cancellationToken);
        return wave;
    }

    /// <summary>The survey takes over the wave's areas, their names and their order; areas of other years follow.</summary>
    private static void Arrange(KassaDbContext db, LoadedDraft loaded)
    {
        var others = loaded.Areas.ToList();
        var order = 0;
        foreach (var own in loaded.Draft.Areas)
        {
            order++;
            if (others.Find(area => string.Equals(area.Code, own.Code, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                known.Arrange(order, own.Name);
                others.Remove(known);
            }
            else
            {
                db.ServiceAreas.Add(ServiceArea.Create(loaded.Survey, own.Code, order, own.Name));
            }
        }

        foreach (var area in others)
        {
            area.Arrange(++order, area.Name);
        }
    }
}
