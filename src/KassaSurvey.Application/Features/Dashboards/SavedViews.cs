using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Dashboards;

/// <summary>Pages of results that people keep under a name. A view is an address: whoever opens it sees what that person may see.</summary>
public sealed class SavedViews(IKassaDatabase database)
{
    /// <summary>The viewer's own views and those that colleagues share, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults)
        {
            return [];
        }

        await using var db = database.For(viewer);
        return await db.SavedViews.AsNoTracking().Where(view => view.IsShared || view.Owner == viewer.Account)
            .OrderBy(view => view.Name).Take(200).ToListAsync(cancellationToken);
    }

    /// <summary>Saves a page under a name; one's own view of that name is replaced.</summary>
    public async Task<Result> SaveAsync(Viewer viewer, string name, string address, bool isShared, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var made = SavedView.Create(fund, viewer.Account, name, address, isShared);
        if (!made.IsSuccess)
        {
            return Result.Failed(made.Errors);
        }

        await using var db = database.For(viewer);
        var view = made.Value;
        if (await db.SavedViews.SingleOrDefaultAsync(row => row.Owner == view.Owner && row.Name == view.Name, cancellationToken) is { } existing)
        {
            existing.Replace(view.Address, view.IsShared);
        }
        else
        {
            db.SavedViews.Add(view);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>Removes one's own view; an admin may remove a colleague's shared one.</summary>
    public async Task<Result> RemoveAsync(Viewer viewer, SavedViewId id, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var removed = await db.SavedViews
            .Where(view => view.Id == id && (view.Owner == viewer.Account || (viewer.MayAdminister && view.IsShared)))
            .ExecuteDeleteAsync(cancellationToken);
        return removed > 0 ? Result.Done : DashboardErrors.NotFound;
    }
}
