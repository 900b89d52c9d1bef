using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Says whether the results of a closed wave are weighted, and to which segments of the register they can be.</summary>
public sealed class GetWeights(IKassaDatabase database, MeasuredWaves waves)
{
    /// <summary>Reads it.</summary>
    public async Task<Result<View>> ExecuteAsync(Viewer viewer, WaveId wave, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await ClosedWave.FindAsync(db, waves, wave, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<View>.Failed(found.Errors);
        }

        var (version, columns) = (found.Value.Version, found.Value.Columns);
        var counted = await db.RegisterCounts.Where(count => count.WaveId == wave && count.OtherSegment == "").Select(count => count.Segment).Distinct().ToListAsync(cancellationToken);
        var seal = await db.SealedWaves.AsNoTracking().Where(row => row.WaveId == wave && row.Version == version)
            .Select(row => new { row.SealedOn, row.Reason }).SingleAsync(cancellationToken);
        var drawn = await db.WaveSamples.Where(sample => sample.WaveId == wave).Select(sample => (DateOnly?)sample.AsOf).SingleOrDefaultAsync(cancellationToken);
        return new View(
            version, seal.SealedOn, seal.Reason, columns.Weights.Length > 0, drawn,
            [.. counted.Where(columns.Segments.ContainsKey).Order(StringComparer.Ordinal)]);
    }

    /// <param name="Version">The sealed version that results are read from.</param>
    /// <param name="SealedOn">The day it was made.</param>
    /// <param name="Reason">Why it was made; empty for the first.</param>
    /// <param name="IsWeighted">True when it carries weights.</param>
    /// <param name="CountedOn">The day the register was counted, with the draw; null when no sample was drawn.</param>
    /// <param name="Segments">Segments that both the register was counted by and answers carry, by name.</param>
    public sealed record View(int Version, DateOnly SealedOn, string Reason, bool IsWeighted, DateOnly? CountedOn, ImmutableArray<string> Segments);
}
