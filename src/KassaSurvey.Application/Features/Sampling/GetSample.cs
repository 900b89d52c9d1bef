using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Shows the sample that was drawn for a wave, and its composition beside the population's.</summary>
public sealed class GetSample(IKassaDatabase database)
{
    /// <summary>Reads it; null when none has been drawn.</summary>
    public async Task<Result<DrawnWaveSample?>> ExecuteAsync(Viewer viewer, WaveId wave, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var sample = await db.WaveSamples.AsNoTracking().SingleOrDefaultAsync(row => row.WaveId == wave, cancellationToken);
        if (sample is null)
        {
            return Result.Of<DrawnWaveSample?>(null);
        }

        var excluded = await db.SampleExclusions.Where(row => row.WaveId == wave).GroupBy(row => row.Reason)
            .Select(group => new { Reason = group.Key, Count = group.LongCount() }).OrderBy(group => group.Reason).ToListAsync(cancellationToken);
        return new DrawnWaveSample(
            sample,
            [.. excluded.Select(group => new ExcludedCount(group.Reason, group.Count))],
            await CompositionAsync(db, sample, cancellationToken),
            !await DrawnSample.IsInTheFieldAsync(db, wave, cancellationToken));
    }

    /// <summary>How many of the population and of the sample are in each category, by the register as it is now.</summary>
    private static async Task<ImmutableArray<CompositionVariable>> CompositionAsync(KassaDbContext db, WaveSample sample, CancellationToken cancellationToken)
    {
        var population = new SampledPopulation(sample.RuleName, sample.Conditions, sample.MonthsBetween, sample.AsOf);
        var drawn = db.Invitations.Where(invitation => invitation.WaveId == sample.WaveId && invitation.DrawnOn != null).Select(invitation => invitation.MemberId);
        var eligible = new SamplingFrame(db, population, sample.WaveId).Rows().Where(row => row.Reason == ExclusionReason.None).Select(row => row.Id);
        var segments = db.Set<MemberSegment>();
        var inFrame = await segments.Where(segment => eligible.Contains(segment.MemberId))
            .GroupBy(segment => new { segment.Name, segment.Value }).Select(group => new { group.Key.Name, group.Key.Value, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var inSample = (await segments.Where(segment => drawn.Contains(segment.MemberId))
            .GroupBy(segment => new { segment.Name, segment.Value }).Select(group => new { group.Key.Name, group.Key.Value, Count = group.LongCount() })
            .ToListAsync(cancellationToken)).ToDictionary(row => (row.Name, row.Value), row => row.Count);
        return
        [
            .. inFrame.GroupBy(row => row.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new CompositionVariable(
                group.Key,
                [
                    .. group.OrderBy(row => row.Value, StringComparer.Ordinal).Select(row => new CompositionCategory(
                        row.Value, row.Count, inSample.GetValueOrDefault((row.Name, row.Value)), sample.FrameCount, sample.DrawnCount)),
                ])),
        ];
    }
}

/// <summary>A sample that has been drawn.</summary>
/// <param name="Sample">How it was drawn.</param>
/// <param name="Excluded">Who was passed over, by reason.</param>
/// <param name="Composition">Population and sample by segment.</param>
/// <param name="CanBeRedrawn">True as long as nobody has heard of it.</param>
public sealed record DrawnWaveSample(
    WaveSample Sample, ImmutableArray<ExcludedCount> Excluded, ImmutableArray<CompositionVariable> Composition, bool CanBeRedrawn);

/// <summary>A segment of population and sample.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Categories">Its categories.</param>
public sealed record CompositionVariable(string Name, ImmutableArray<CompositionCategory> Categories);

/// <summary>A category of population and sample.</summary>
/// <param name="Value">The category.</param>
/// <param name="Population">Members of the population in it.</param>
/// <param name="Sample">Members drawn in it.</param>
/// <param name="PopulationSize">Members of the population.</param>
/// <param name="SampleSize">Members drawn.</param>
public sealed record CompositionCategory(string Value, long Population, long Sample, long PopulationSize, long SampleSize)
{
    /// <summary>Share of the population, 0-1; members without the segment count in none of its categories.</summary>
    public double PopulationShare => PopulationSize == 0 ? 0 : (double)Population / PopulationSize;

    /// <summary>Share of the sample, 0-1.</summary>
    public double SampleShare => SampleSize == 0 ? 0 : (double)Sample / SampleSize;

    /// <summary>How many percentage points more of the sample than of the population.</summary>
    public double DifferencePoints => (SampleShare - PopulationShare) * 100;
}
