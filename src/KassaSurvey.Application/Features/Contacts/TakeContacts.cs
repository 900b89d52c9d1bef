using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Contacts;

/// <summary>
/// Takes what one of the fund's own systems tells of members it served. The fund's id of a contact is taken once: the same contact again
/// changes nothing. The member's last contact moves with it, by which eligibility rules choose.
/// </summary>
public sealed class TakeContacts(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Two requests with the same contacts at the same time: one of the two has to come again.</summary>
    public static Error TakenMeanwhile { get; } = Error.Of("Api.TakenMeanwhile");

    /// <returns>What came of each row, in order; or <c>Api.TooManyRows</c>, <c>Api.TakenMeanwhile</c>.</returns>
    public async Task<Result<IReadOnlyList<RowResult>>> ExecuteAsync(
        Viewer viewer, IReadOnlyList<GivenRow> rows, CancellationToken cancellationToken)
    {
        if (!viewer.May(ApiScopes.Contacts) || viewer.Fund is not { } fundId)
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
                    var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == fundId, ct);
                    return Result.Of(await TakeAsync(db, fund, rows, ct));
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            return TakenMeanwhile;
        }
    }

    private async Task<IReadOnlyList<RowResult>> TakeAsync(
        KassaDbContext db, Fund fund, IReadOnlyList<GivenRow> rows, CancellationToken cancellationToken)
    {
        var issues = new ImportIssues();
        var reader = new ContactRowReader(time.GetUtcNow(), issues);
        List<ContactRow> good = [.. rows.Select(reader.Read).OfType<ContactRow>()];
        var (keys, numbers) = (good.ConvertAll(row => row.Facts.Key), good.Select(row => row.Member).Distinct().ToList());
        var held = await db.MemberContacts.AsNoTracking().Where(contact => EF.Parameter(keys).Contains(contact.Key))
            .ToDictionaryAsync(contact => contact.Key, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var members = await db.Members.Where(member => EF.Parameter(numbers).Contains(member.Number))
            .ToDictionaryAsync(member => member.Number, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var zone = await FundZone.OfAsync(db, fund, cancellationToken);
        var outcomes = new Dictionary<int, RowOutcome>();
        foreach (var row in good)
        {
            if (!members.TryGetValue(row.Member, out var member))
            {
                issues.Add(ImportIssue.Of(row.Number, "member", row.Member, ImportErrors.UnknownMember()));
            }
            else if (held.TryGetValue(row.Facts.Key, out var earlier))
            {
                if (earlier.MemberId == member.Id && earlier.Facts == row.Facts)
                {
                    outcomes[row.Number] = RowOutcome.Unchanged;
                }
                else
                {
                    issues.Add(ImportIssue.Of(row.Number, "id", row.Facts.Key, ImportErrors.OtherContact()));
                }
            }
            else
            {
                db.MemberContacts.Add(MemberContact.Of(fund.Id, member.Id, row.Facts));
                member.Serve(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(row.Facts.HeldAt, zone)), row.Facts.Channel);
                outcomes[row.Number] = RowOutcome.Added;
            }
        }

        // One save is one transaction.
        await db.SaveChangesAsync(cancellationToken);
        return RowResult.Of(rows, outcomes, issues);
    }
}
