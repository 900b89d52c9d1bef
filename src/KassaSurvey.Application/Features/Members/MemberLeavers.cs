using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>The active members whom a file does not name.</summary>
internal sealed class MemberLeavers
{
    /// <summary>More leavers than one in this many active members are taken only when their number is confirmed.</summary>
    private const int Guard = 10;

    private readonly List<MemberId> _leavers = [];
    private int _active;

    /// <summary>How many there are.</summary>
    public int Count => _leavers.Count;

    /// <summary>Looks for them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="seen">The numbers that the file names.</param>
    /// <param name="tell">Told the number of each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<MemberLeavers> FindAsync(
        KassaDbContext db, FundId fund, SeenIds seen, Action<string>? tell, CancellationToken cancellationToken)
    {
        var found = new MemberLeavers();
        var members = db.Members.AsNoTracking().Where(member => member.FundId == fund && member.Standing == MemberStanding.Active);
        await foreach (var member in members.Select(member => new { member.Id, member.Number }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            found._active++;
            if (!seen.Contains(member.Number))
            {
                found._leavers.Add(member.Id);
                tell?.Invoke(member.Number);
            }
        }

        return found;
    }

    /// <summary>Why they are not taken without a person who has looked at their number; null when they are.</summary>
    public ImportIssue? TooMany(int? confirmed) => Count * (long)Guard > _active && confirmed != Count
        ? ImportIssue.Of(0, ImportErrors.TooManyLeavers(Count, _active))
        : null;

    /// <summary>Marks them as having left, a batch in a statement of its own.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkAsync(KassaDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var marked = 0;
        foreach (var ids in _leavers.Chunk(MemberFilePass.Batch))
        {
            // Their day of leaving is not in the file: it was known at the latest today, and retention counts from there.
            marked += await db.Members.Where(member => EF.Parameter(ids).Contains(member.Id) && member.Standing == MemberStanding.Active)
                .ExecuteUpdateAsync(
                    member => member.SetProperty(held => held.Standing, MemberStanding.Left).SetProperty(held => held.LeftOn, today), cancellationToken);
        }

        return marked;
    }
}
