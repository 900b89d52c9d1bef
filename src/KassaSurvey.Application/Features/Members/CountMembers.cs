using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Counts the members that a filter finds, exactly up to a bound: whoever filters wants to know "few or many".</summary>
public sealed class CountMembers(IKassaDatabase database)
{
    /// <summary>A filter that finds more is not counted to the end.</summary>
    public const int Bound = 10_000;

    /// <param name="Number">How many; <see cref="Bound"/> when there are more.</param>
    /// <param name="IsMore">True when there are more.</param>
    public sealed record Count(long Number, bool IsMore);

    /// <summary>Counts. Everybody is counted exactly.</summary>
    public async Task<Result<Count>> ExecuteAsync(Viewer viewer, MemberFilter filter, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (filter.IsEmpty)
        {
            return new Count(await filter.Of(db).LongCountAsync(cancellationToken), IsMore: false);
        }

        var count = await filter.Of(db).Select(member => member.Id).Take(Bound + 1).CountAsync(cancellationToken);
        return new Count(Math.Min(count, Bound), count > Bound);
    }
}
