using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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

        var frame = new SamplingFrame(db, population, wave.Id);
        var rows = await frame.Drawable(request.Design).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return SamplingErrors.NobodyEligible;
        }

        var draw = new SampleDraw();
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            draw.Add(place, DrawRow.Stratum(request.Design, row.First, row.Second), SampleNumber.Of(request.Design.Seed, row.Number));
        }

        var strata = draw.Strata();
        var plan = SamplePlan.Of(request.Design, strata, await found.Value.PastAsync(db, waves, request.Design, cancellationToken));
        foreach (var stratum in plan.Strata)
        {
            var invitations = draw.Take(stratum.Name, stratum.Drawn)
                .Select(place => Invitation.Create(wave, rows[place].Id, rows[place].Language, stratum.Name, population.AsOf));
            foreach (var batch in invitations.Chunk(Batch))
            {
                await database.BulkInsertAsync(db, batch, cancellationToken);
            }
        }

        await KeepExclusionsAsync(db, frame, wave, cancellationToken);
        var sample = WaveSample.Of(
            wave, population, request.Design,
            [.. plan.Strata.Select(stratum => new SampledStratum(stratum.Name, stratum.Frame, stratum.Drawn))],
            HashOf(rows), viewer.Name, time.GetUtcNow().UtcDateTime);
        db.WaveSamples.Add(sample);
        wave.CountInvited((int)sample.DrawnCount);
        await db.SaveChangesAsync(cancellationToken);
        return sample;
    }

    private async Task KeepExclusionsAsync(KassaDbContext db, SamplingFrame frame, Domain.Surveys.Wave wave, CancellationToken cancellationToken)
    {
        // Those just drawn are "already invited" by now; they are not passed over.
        var passedOver = await frame.Rows()
            .Where(row => row.Reason != ExclusionReason.None && row.Reason != ExclusionReason.AlreadyInvited)
            .Select(row => new { row.Id, row.Reason })
            .ToListAsync(cancellationToken);
        foreach (var batch in passedOver.Chunk(Batch))
        {
            await database.BulkInsertAsync(
                db, batch.Select(row => SampleExclusion.Of(wave.FundId, wave.Id, row.Id, row.Reason)).ToImmutableArray(), cancellationToken);
        }
    }

    private static string HashOf(List<DrawRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var number in rows.Select(row => row.Number).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(number + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
