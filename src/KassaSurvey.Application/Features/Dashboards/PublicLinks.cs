using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Dashboards;

/// <summary>Addresses that show a result to people without an account: made, listed, ended and opened.</summary>
public sealed class PublicLinks(IKassaDatabase database, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The fund's links, newest first; those past their last day are among them.</summary>
    public async Task<IReadOnlyList<PublicLink>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport)
        {
            return [];
        }

        await using var db = database.For(viewer);
        return await db.PublicLinks.AsNoTracking().OrderByDescending(link => link.MadeAt).Take(200).ToListAsync(cancellationToken);
    }

    /// <summary>Makes a link.</summary>
    /// <param name="viewer">Who shares.</param>
    /// <param name="note">For whom.</param>
    /// <param name="query">Survey, year, comparison and filters, as the query of a page of results. It should name its year, or the link
    /// would move on to the next one.</param>
    /// <param name="blocks">What it shows.</param>
    /// <param name="lastDay">Its last day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The token, told this once: the database keeps a hash of it.</returns>
    public async Task<Result<string>> MakeAsync(
        Viewer viewer, string note, string query, PublicBlocks blocks, DateOnly lastDay, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var made = PublicLink.Create(fund, note, query, blocks, lastDay, viewer.Name, Now);
        if (!made.IsSuccess)
        {
            return Result<string>.Failed(made.Errors);
        }

        await using var db = database.For(viewer);
        db.PublicLinks.Add(made.Value.Link);
        await db.SaveChangesAsync(cancellationToken);
        return made.Value.Token;
    }

    /// <summary>Ends a link at once.</summary>
    public async Task<Result> EndAsync(Viewer viewer, PublicLinkId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.PublicLinks.Where(link => link.Id == id).ExecuteDeleteAsync(cancellationToken) > 0 ? Result.Done : DashboardErrors.NotFound;
    }

    /// <summary>The link behind a token, and as whom it reads: somebody of its fund who reads results and nothing else. Null when there is none, or not any more.</summary>
    public async Task<(PublicLink Link, Viewer Reader)?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = PublicLink.HashOf(token);
        await using var db = database.For(Viewer.Operator);
        var link = await db.PublicLinks.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        return link is not null && link.IsGoodOn(DateOnly.FromDateTime(Now))
            ? (link, Viewer.Staff(link.FundId, "public link", [Role.Manager]))
            : null;
    }
}
