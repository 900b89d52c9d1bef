using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>A sample that has been drawn before.</summary>
internal static class DrawnSample
{
    /// <summary>Takes an earlier draw of the wave back, as long as nobody has heard of it.</summary>
    /// <returns>Null when the wave is free to be sampled, else why not.</returns>
    public static async Task<Error?> ForgetAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken)
    {
        if (!await db.WaveSamples.AnyAsync(sample => sample.WaveId == wave, cancellationToken))
        {
            return null;
        }

        if (await IsInTheFieldAsync(db, wave, cancellationToken))
        {
            return SamplingErrors.AlreadyInTheField;
        }

        await db.Invitations.Where(invitation => invitation.WaveId == wave && invitation.DrawnOn != null).ExecuteDeleteAsync(cancellationToken);
        await db.SampleExclusions.Where(exclusion => exclusion.WaveId == wave).ExecuteDeleteAsync(cancellationToken);
        await db.RegisterCounts.Where(count => count.WaveId == wave).ExecuteDeleteAsync(cancellationToken);
        await db.WaveSamples.Where(sample => sample.WaveId == wave).ExecuteDeleteAsync(cancellationToken);
        return null;
    }

    /// <summary>True when a member of the sample has been written to or called, has begun to answer or has opted out.</summary>
    public static async Task<bool> IsInTheFieldAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken) =>
        await db.OutboxMessages.AnyAsync(message => message.WaveId == wave, cancellationToken)
        || await db.Invitations.AnyAsync(invitation => invitation.WaveId == wave && invitation.Status != InvitationStatus.Waiting, cancellationToken)
        || await db.CallAttempts.AnyAsync(call => db.Invitations.Any(row => row.Id == call.InvitationId && row.WaveId == wave), cancellationToken);
}
