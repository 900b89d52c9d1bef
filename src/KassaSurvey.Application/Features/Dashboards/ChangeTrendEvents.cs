using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Dashboards;

/// <summary>The events on the fund's time axes: lists, adds and removes them.</summary>
public sealed class ChangeTrendEvents(IKassaDatabase database)
{
    /// <summary>The events, newest year first.</summary>
    public async Task<Result<IReadOnlyList<TrendEvent>>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.TrendEvents.AsNoTracking().OrderByDescending(row => row.Year).ThenBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Adds an event.</summary>
    public async Task<Result> AddAsync(Viewer viewer, int year, LocalizedText text, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var made = TrendEvent.Create(fund, year, text);
        if (!made.IsSuccess)
        {
            return Result.Failed(made.Errors);
        }

        await using var db = database.For(viewer);
        db.TrendEvents.Add(made.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }

    /// <summary>Removes an event; one that is gone already is no error.</summary>
    public async Task<Result> RemoveAsync(Viewer viewer, TrendEventId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        await db.TrendEvents.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        return Result.Done;
    }
}
