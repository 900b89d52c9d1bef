using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Erases a member who asks for it. The log keeps the fact, the day and who did it, and nothing that says whom.</summary>
public sealed class EraseMember(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Number">The member's number.</param>
    /// <param name="Typed">The number as the person typed it to confirm.</param>
    public sealed record Command(string Number, string Typed);

    /// <summary>Erases the member, in one transaction.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (command.Typed.Trim() != command.Number)
        {
            return MemberErrors.NumberNotTyped;
        }

        await using var db = database.For(viewer);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(
                        row => row.Number == command.Number && row.Standing != MemberStanding.Erased, ct);
                    if (member is null)
                    {
                        return MemberErrors.Unknown;
                    }

                    var now = time.GetUtcNow().UtcDateTime;
                    await new MemberErasure(db, DateOnly.FromDateTime(now)).RunAsync([member.Id], ct);
                    db.AuditEntries.Add(AuditEntry.Of(member.FundId, member.Id, AuditAct.MemberErased, viewer.Name, now));
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                    return Result.Done;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MemberErrors.ChangedMeanwhile;
        }
    }
}
