using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Counts who belongs to the population of these conditions today, and who of them is not asked and why. Shown while a rule is edited.</summary>
public sealed class CountPopulation(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Counts.</summary>
    public async Task<Result<PopulationCount>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        List<Error> problems = [.. EligibilityRule.Problems(query.Conditions)];
        if (problems.Count > 0)
        {
            return Result<PopulationCount>.Failed(problems);
        }

        await using var db = database.For(viewer);
        var population = await FundPolicy.PopulationAsync(db, "", query.Conditions, time, cancellationToken);
        return await CountAsync(new SamplingFrame(db, population, query.Wave), cancellationToken);
    }

    /// <summary>Counts the frame by reason, in one query.</summary>
    internal static async Task<PopulationCount> CountAsync(SamplingFrame frame, CancellationToken cancellationToken)
    {
        var counts = await frame.Rows().GroupBy(row => row.Reason)
            .Select(group => new { Reason = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        return new(
            counts.Sum(group => group.Count),
            counts.Where(group => group.Reason == ExclusionReason.None).Sum(group => group.Count),
            [
                .. counts.Where(group => group.Reason != ExclusionReason.None).OrderBy(group => group.Reason)
                    .Select(group => new ExcludedCount(group.Reason, group.Count)),
            ]);
    }

    /// <param name="Wave">The wave that would be sampled.</param>
    /// <param name="Conditions">Who belongs to the population; none = every member.</param>
    public sealed record Query(WaveId Wave, ImmutableArray<EligibilityCondition> Conditions);
}

/// <summary>How many belong to a population.</summary>
/// <param name="Matching">Members who fulfil the conditions.</param>
/// <param name="Eligible">Of these, members who can be drawn.</param>
/// <param name="Excluded">Of these, members who are not asked, by reason.</param>
public sealed record PopulationCount(long Matching, long Eligible, ImmutableArray<ExcludedCount> Excluded);

/// <summary>Members who are not asked for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How many.</param>
public sealed record ExcludedCount(ExclusionReason Reason, long Count);
