using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Lists what conditions and strata can be made of: the members' segments with their categories, and ways of contact.</summary>
public sealed class ListVariables(IKassaDatabase database)
{
    /// <summary>Most categories named of one segment.</summary>
    private const int MostCategories = 100;

    /// <summary>Lists them by name.</summary>
    public async Task<Result<SamplingVariables>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var members = db.Members.Select(member => member.Id);
        var rows = await db.Set<MemberSegment>().AsNoTracking()
            .Where(segment => members.Contains(segment.MemberId))
            .GroupBy(segment => new { segment.Name, segment.Value })
            .Select(group => new { group.Key.Name, group.Key.Value, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        var channels = await db.Members.AsNoTracking().Where(member => member.LastContactChannel != null)
            .Select(member => member.LastContactChannel!).Distinct().OrderBy(channel => channel).Take(MostCategories).ToListAsync(cancellationToken);
        return new SamplingVariables(
            [
                .. rows.GroupBy(row => row.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new SamplingVariable(
                    group.Key,
                    [.. group.OrderByDescending(row => row.Count).Take(MostCategories).Select(row => row.Value).Order(StringComparer.Ordinal)])),
            ],
            [.. channels]);
    }
}

/// <summary>What conditions and strata can be made of.</summary>
/// <param name="Segments">The members' segments.</param>
/// <param name="ContactChannels">Ways in which the fund has served members.</param>
public sealed record SamplingVariables(ImmutableArray<SamplingVariable> Segments, ImmutableArray<string> ContactChannels);

/// <summary>A segment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Categories">Its categories, sorted; the most common ones when there are very many.</param>
public sealed record SamplingVariable(string Name, ImmutableArray<string> Categories);
