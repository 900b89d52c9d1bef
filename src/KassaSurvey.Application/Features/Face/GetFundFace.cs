using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>Reads the fund's face for the person who changes it.</summary>
public sealed class GetFundFace(IKassaDatabase database)
{
    /// <summary>The face as it stands.</summary>
    /// <param name="FundKey">Its name in addresses.</param>
    /// <param name="DefaultLanguage">The fund's own language: its name must exist in it.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="ContactEmail">Whom members can ask.</param>
    /// <param name="Content">Its own words and colour.</param>
    /// <param name="Logo">Its logo, or null.</param>
    /// <param name="Revision">To be handed back when saving.</param>
    public sealed record View(
        string FundKey, string DefaultLanguage, LocalizedText Name, string ContactEmail, FundFaceContent Content, LogoFile? Logo, int Revision);

    /// <summary>Reads it.</summary>
    public async Task<Result<View>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } id)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var face = await db.FundFaces.AsNoTracking().SingleOrDefaultAsync(row => row.FundId == id, cancellationToken) ?? FundFace.Create(id);
        return new View(fund.Key, fund.DefaultLanguage, fund.Name, fund.ContactEmail, FundFaceContent.Of(face), face.Logo, face.Revision);
    }
}
