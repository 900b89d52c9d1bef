using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Deletes a draft that was never opened.</summary>
public sealed class DeleteDraft(IKassaDatabase database)
{
    /// <summary>What to delete.</summary>
    /// <param name="WaveId">The draft.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    public sealed record Command(WaveId WaveId, int Revision);

    /// <summary>Deletes it with its history and its comparisons.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        var result = await DraftWriter.RunAsync<WaveId>(
            database, viewer, command.WaveId, command.Revision,
            async (db, loaded, ct) =>
            {
                var wave = loaded.Wave;
                if (wave.Status != WaveStatus.Draft)
                {
                    return AuthoringErrors.OpenedBefore(wave.Year.Value);
                }

                if (await db.Invitations.AnyAsync(invitation => invitation.WaveId == wave.Id, ct))
                {
                    return AuthoringErrors.HasInvitations(wave.Year.Value);
                }

                db.QuestionLinks.RemoveRange(await db.QuestionLinks
                    .Where(link => link.SurveyId == wave.SurveyId && link.ToYear == wave.Year).ToListAsync(ct));
                db.Waves.Remove(wave);
                return wave.Id;
            },
            cancellationToken);
        return result.IsSuccess ? Result.Done : Result.Failed(result.Errors);
    }
}
