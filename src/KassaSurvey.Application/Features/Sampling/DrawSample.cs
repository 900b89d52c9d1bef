using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>
/// Draws a wave's sample and makes the invitations, in one transaction. The same seed on the same members draws the same people.
/// A sample can be drawn anew until the first member has been written to or has begun to answer.
/// </summary>
public sealed class DrawSample(IKassaDatabase database, MeasuredWaves waves, TimeProvider time)
{
    private const int Batch = 5000;

    /// <summary>Draws it.</summary>
    public async Task<Result<WaveSample>> ExecuteAsync(Viewer viewer, SampleRequest request, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var drawn = await DrawAsync(db, viewer, request, ct);
                if (drawn.IsSuccess)
                {
                    await transaction.CommitAsync(ct);
                }

                return drawn;
            },
            cancellationToken);
    }

    private async Task<Result<WaveSample>> DrawAsync(KassaDbContext db, Viewer viewer, SampleRequest request, CancellationToken cancellationToken)
    {
        var found = await WaveToSample.FindAsync(db, request, time, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<WaveSample>.Failed(found.Errors);
        }

        var (wave, population) = found.Value;
        if (await DrawnSample.ForgetAsync(db, wave.Id, cancellationToken) is { } stands)
        {
            return stands;
        }

        var frame = await ReadFrame.FromAsync(new SamplingFrame(db, population, wave.Id), request.Design.Seed, variables: null, cancellationToken);
        var draw = frame.Draw(request.Design);
        var strata = draw.Strata();
        if (strata.Count == 0)
        {
            return SamplingErrors.NobodyEligible;
        }

        var past = await found.Value.PastAsync(db, waves, request.Design, cancellationToken);
        var plan = SamplePlan.Of(request.Design, strata, past);
        foreach (var stratum in plan.Strata)
        {
            var invitations = draw.Take(stratum.Name, stratum.Drawn).Select(place => Invitation.Create(
                wave, frame.Members[place].Id, frame.Members[place].Language, stratum.Name, population.AsOf));
            foreach (var batch in invitations.Chunk(Batch))
            {
                await database.BulkInsertAsync(db, batch, cancellationToken);
            }
        }

        var passedOver = frame.Members.Where(row => row.Reason != ExclusionReason.None);
        foreach (var batch in passedOver.Select(row => SampleExclusion.Of(wave.FundId, wave.Id, row.Id, row.Reason)).Chunk(Batch))
        {
            await database.BulkInsertAsync(db, batch, cancellationToken);
        }

        foreach (var batch in RegisterTally.Of(wave, frame).Chunk(Batch))
        {
            await database.BulkInsertAsync(db, batch, cancellationToken);
        }

        var sample = WaveSample.Of(
            wave, population, request.Design,
            [.. plan.Strata.Select(stratum => new SampledStratum(stratum.Name, stratum.Frame, stratum.Drawn))],
            frame.Hash(), viewer.Name, time.GetUtcNow().UtcDateTime);
        db.WaveSamples.Add(sample);
        wave.CountInvited((int)sample.DrawnCount);
        await db.SaveChangesAsync(cancellationToken);
        return sample;
    }
}
