using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Takes members that one of the fund's own systems sends, by the rules of the member file: found by their number, good rows go on, bad
/// ones are answered with their reasons. One transaction; the same rows again change nothing.
/// </summary>
public sealed class TakeMembers(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Takes them.</summary>
    /// <returns>What came of each row, in order; or <c>Api.TooManyRows</c>, <c>Imports.MembersChanged</c>.</returns>
    public async Task<Result<IReadOnlyList<RowResult>>> ExecuteAsync(
        Viewer viewer, IReadOnlyList<GivenRow> rows, CancellationToken cancellationToken)
    {
        if (!viewer.May(ApiScopes.Members) || viewer.Fund is not { } fundId)
        {
            return AccessErrors.NotAllowed;
        }

        if (rows.Count > ApiLimits.MostRows)
        {
            return ApiLimits.TooManyRows;
        }

        await using var db = database.For(viewer);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    var results = await TakeAsync(db, await db.Funds.AsNoTracking().SingleAsync(row => row.Id == fundId, ct), rows, ct);
                    await transaction.CommitAsync(ct);
                    return Result.Of(results);
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The rows are valid, so only the same members sent or imported at the same time can be in the way.
            return ImportErrors.MembersChanged();
        }
    }

    private async Task<IReadOnlyList<RowResult>> TakeAsync(
        KassaDbContext db, Fund fund, IReadOnlyList<GivenRow> rows, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var segments = await db.Members.SelectMany(member => member.Segments).Select(segment => segment.Name).Distinct().ToListAsync(cancellationToken);
        var issues = new ImportIssues();
        // The day has begun further east already.
        var shapes = new MemberShapes(segments, DateOnly.FromDateTime(time.GetUtcNow().AddHours(14).UtcDateTime), issues);
        List<MemberRow> good = [.. rows.Select(shapes.Read).OfType<MemberRow>()];
        var outcomes = new Dictionary<int, RowOutcome>();
        if (good.Count > 0)
        {
            await new MemberBatch(database, db, fund, write: true, (row, outcome) => outcomes[row] = outcome).TakeAsync(good, cancellationToken);
        }

        return RowResult.Of(rows, outcomes, issues);
    }
}
