using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>Writes the answers of a closed wave down as columns: a new version each time, with its reason.</summary>
public sealed class SealWave(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Seals the wave.</summary>
    /// <param name="reason">Why a further version is made; may be empty for the first.</param>
    public Task<Result<Sealed>> ExecuteAsync(Viewer viewer, WaveId waveId, string reason, CancellationToken cancellationToken) =>
        ExecuteAsync(viewer, waveId, async (db, wave, ct) => Result.Of(await AddAsync(db, wave, reason, ct)), cancellationToken);

    /// <summary>Seals the wave with weights. They belong to this version only: a later one is made from the answers again.</summary>
    /// <param name="reason">Why the version is made.</param>
    /// <param name="weigh">Gives the weight of each row of the columns.</param>
    internal Task<Result<Sealed>> WeighAsync(
        Viewer viewer, WaveId waveId, string reason, Func<ResponseColumns, Result<double[]>> weigh, CancellationToken cancellationToken) =>
        ExecuteAsync(
            viewer,
            waveId,
            async (db, wave, ct) =>
            {
                var columns = await AnswerColumns.ReadAsync(db, wave.Id, new(wave.Questions), "", ct);
                var weights = weigh(columns);
                return weights.IsSuccess
                    ? await AddAsync(db, wave, reason, columns.WithWeights(weights.Value), ct)
                    : Result<Sealed>.Failed(weights.Errors);
            },
            cancellationToken);

    private async Task<Result<Sealed>> ExecuteAsync(
        Viewer viewer, WaveId waveId, Func<KassaDbContext, Wave, CancellationToken, Task<Result<Sealed>>> add, CancellationToken cancellationToken)
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
                var wave = await db.Waves.Include(row => row.Questions).AsSplitQuery().SingleOrDefaultAsync(row => row.Id == waveId, ct);
                if (wave is not { Status: WaveStatus.Closed })
                {
                    return Result<Sealed>.Failed(SealErrors.NotClosed);
                }

                var result = await add(db, wave, ct);
                if (result.IsSuccess)
                {
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                }

                return result;
            },
            cancellationToken);
    }

    /// <summary>Adds the next sealed version to the context; the caller saves in its own transaction.</summary>
    internal async Task<Sealed> AddAsync(KassaDbContext db, Wave wave, string reason, CancellationToken cancellationToken) =>
        await AddAsync(db, wave, reason, await AnswerColumns.ReadAsync(db, wave.Id, new(wave.Questions), "", cancellationToken), cancellationToken);

    private async Task<Sealed> AddAsync(
        KassaDbContext db, Wave wave, string reason, ResponseColumns columns, CancellationToken cancellationToken)
    {
        var latest = await db.SealedWaves.Where(seal => seal.WaveId == wave.Id).MaxAsync(seal => (int?)seal.Version, cancellationToken) ?? 0;
        var version = latest + 1;
        var written = SealedForm.Write(wave.Id, version, columns);
        var sha256 = SealedForm.Hash(written);
        db.SealedWaves.Add(SealedWave.Create(wave, version, columns.Count, sha256, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), reason));
        db.SealedColumns.AddRange(written);
        return new(version, columns.Count, SealedForm.DataVersion(version, sha256));
    }

    /// <summary>A sealed version.</summary>
    /// <param name="Version">1, 2, …</param>
    /// <param name="Responses">Responses in it.</param>
    /// <param name="DataVersion">Its name in results.</param>
    public sealed record Sealed(int Version, int Responses, string DataVersion);
}

/// <summary>What can stop a sealing.</summary>
public static class SealErrors
{
    /// <summary>Only a closed wave can be sealed.</summary>
    public static Error NotClosed { get; } = Error.Of("Wave.NotClosed");
}
