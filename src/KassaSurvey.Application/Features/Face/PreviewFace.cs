using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>The newest wave's form, to show an admin the members' first page as it looks now. Leads to no invitation and no answer.</summary>
public sealed class PreviewFace(IKassaDatabase database, QuestionnaireCache forms)
{
    /// <summary>Reads it; null when the fund has no wave to show.</summary>
    public async Task<Result<SurveyForm?>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var wave = await db.Waves.AsNoTracking()
            .OrderByDescending(row => row.Year)
            .Select(row => new { row.Id, row.Revision })
            .FirstOrDefaultAsync(cancellationToken);
        return Result.Of(wave is null ? null : await forms.GetAsync(fund, wave.Id, wave.Revision, cancellationToken));
    }
}
