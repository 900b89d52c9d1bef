using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Reports;

/// <summary>How the fund shows itself on the cover.</summary>
/// <param name="Colour">Its own colour, dark enough for white text; null for the product's.</param>
/// <param name="Logo">Its logo, or null.</param>
public sealed record ReportFace(FundColour? Colour, LogoFile? Logo)
{
    /// <summary>The product's colour and no logo.</summary>
    public static ReportFace None { get; } = new(null, null);

    /// <summary>Reads the fund's.</summary>
    internal static async Task<ReportFace> ReadAsync(KassaDbContext db, FundId fund, CancellationToken cancellationToken) =>
        await db.FundFaces.AsNoTracking().SingleOrDefaultAsync(face => face.FundId == fund, cancellationToken) is { } own
            ? new(own.OwnColour, own.Logo)
            : None;
}
