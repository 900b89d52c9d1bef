using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>Decides what a survey promises its members about their answers, as long as nobody has been asked under another promise.</summary>
public sealed class SetConfidentiality(IKassaDatabase database, QuestionnaireCache forms)
{
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Confidentiality">The promise from now on.</param>
    public sealed record Command(string SurveyKey, Confidentiality Confidentiality);

    /// <summary>Saves it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Surveys.SingleOrDefaultAsync(row => row.Key == command.SurveyKey, cancellationToken) is not { } survey)
        {
            return WaveErrors.SurveyNotFound(command.SurveyKey);
        }

        var promised = survey.Promise(command.Confidentiality, await HasBeenAskedAsync(db, survey.Id, cancellationToken));
        if (promised.IsSuccess)
        {
            await db.SaveChangesAsync(cancellationToken);
            forms.Forget();
        }

        return promised;
    }

    /// <summary>A wave in the field, or one that was: imported years were asked elsewhere and have no invitations.</summary>
    internal static Task<bool> HasBeenAskedAsync(KassaDbContext db, SurveyId survey, CancellationToken cancellationToken) =>
        db.Waves.AnyAsync(
            wave => wave.SurveyId == survey
                && (wave.Status == WaveStatus.Open
                    || (wave.Status == WaveStatus.Closed && db.Invitations.Any(invitation => invitation.WaveId == wave.Id))),
            cancellationToken);
}
