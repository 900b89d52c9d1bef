using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Removes what is held of members, for good. What is tied to a member goes too: answers in progress, and answers to confidential surveys.
/// Invitations stay, without a person, because a wave's counts rest on them.
/// </summary>
internal sealed class MemberErasure(KassaDbContext db, DateOnly today)
{
    /// <summary>Members who are erased at once.</summary>
    public const int Batch = 500;

    /// <summary>Erases members, in the caller's transaction and at most <see cref="Batch"/> of them.</summary>
    public async Task RunAsync(IReadOnlyCollection<MemberId> ids, CancellationToken cancellationToken)
    {
        var invitations = db.Invitations.Where(row => EF.Parameter(ids).Contains(row.MemberId));
        var keys = invitations.Select(row => row.Id);
        await EraseResponsesAsync(invitations, keys, cancellationToken);
        await invitations.Where(row => row.OpenResponseId != null)
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.OpenResponseId, (ResponseId?)null), cancellationToken);
        // In the field nobody may be written to any more; a closed wave keeps its counts.
        await invitations
            .Where(row => row.Status == InvitationStatus.Waiting || row.Status == InvitationStatus.Started)
            .Where(row => db.Waves.Any(wave => wave.Id == row.WaveId && wave.Status != WaveStatus.Closed))
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.Status, InvitationStatus.OptedOut), cancellationToken);
        await RemoveTracesAsync(db, keys, cancellationToken);
        await db.OutboxMessages.Where(row => keys.Contains(row.InvitationId) && row.Status == DeliveryStatus.Planned).ExecuteDeleteAsync(cancellationToken);
        await db.MemberContacts.Where(row => EF.Parameter(ids).Contains(row.MemberId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<MemberSegment>().Where(row => EF.Parameter(ids).Contains(row.MemberId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveRowsAsync(ids, cancellationToken);
    }

    /// <summary>Removes what is left of contacting: codes of letters, notes of calls, who was calling, names of messages at the mail server.</summary>
    /// <returns>How many rows were changed.</returns>
    internal static async Task<int> RemoveTracesAsync(KassaDbContext db, IQueryable<InvitationId> invitations, CancellationToken cancellationToken) =>
        await db.LetterLinks.Where(row => invitations.Contains(row.InvitationId)).ExecuteDeleteAsync(cancellationToken)
        + await db.CallHolds.Where(row => invitations.Contains(row.InvitationId)).ExecuteDeleteAsync(cancellationToken)
        + await db.CallAttempts.Where(row => invitations.Contains(row.InvitationId) && row.Note != "")
            .ExecuteUpdateAsync(row => row.SetProperty(call => call.Note, ""), cancellationToken)
        + await db.OutboxMessages.Where(row => invitations.Contains(row.InvitationId) && row.ProviderReference != "")
            .ExecuteUpdateAsync(row => row.SetProperty(message => message.ProviderReference, ""), cancellationToken);

    private async Task EraseResponsesAsync(IQueryable<Invitation> invitations, IQueryable<InvitationId> keys, CancellationToken cancellationToken)
    {
        var tied = db.ConfidentialLinks.Where(link => keys.Contains(link.InvitationId)).Select(link => link.ResponseId);
        foreach (var response in await db.Responses.AsNoTracking().Where(row => tied.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            db.ErasedResponses.Add(ErasedResponse.Of(response, today));
        }

        await db.SaveChangesAsync(cancellationToken);
        // The answers and the ties go with them: the database deletes them in the same statement.
        await db.Responses.Where(row => tied.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        var open = invitations.Where(row => row.OpenResponseId != null).Select(row => row.OpenResponseId!.Value);
        await db.Responses.Where(row => open.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveRowsAsync(IReadOnlyCollection<MemberId> ids, CancellationToken cancellationToken)
    {
        var members = db.Members.Where(row => EF.Parameter(ids).Contains(row.Id));
        // Whom nothing refers to leaves no row at all.
        await members
            .Where(row => !db.Invitations.Any(held => held.MemberId == row.Id) && !db.SampleExclusions.Any(held => held.MemberId == row.Id))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var member in await members.ToListAsync(cancellationToken))
        {
            member.Erase();
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
