using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>Lists the fund's members page by page in the order of their numbers. A page is found by its first or last number, so the last one is as fast as the first.</summary>
public sealed class FindMembers(IKassaDatabase database)
{
    /// <summary>Members on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Filter">Which members.</param>
    /// <param name="After">The page of members after this number; null = from the first.</param>
    /// <param name="Before">The page of members before this number, when <paramref name="After"/> is null.</param>
    public sealed record Query(MemberFilter Filter, string? After = null, string? Before = null);

    /// <param name="Number">The member's number.</param>
    /// <param name="Name">The name, when known.</param>
    /// <param name="Email">The e-mail address, when known.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Standing">Where the member stands.</param>
    public sealed record Row(string Number, string? Name, string? Email, string Language, MemberStanding Standing);

    /// <param name="Rows">The members, by number.</param>
    /// <param name="HasPrevious">True when others come before.</param>
    /// <param name="HasNext">True when others come after.</param>
    public sealed record Page(ImmutableArray<Row> Rows, bool HasPrevious, bool HasNext);

    /// <summary>Reads a page.</summary>
    public async Task<Result<Page>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var members = query.Filter.Of(db);
        var backwards = query.After is null && query.Before is not null;
#pragma warning disable CA1309 // The database compares as its index is sorted; it knows no other way.
        members = query switch
        {
            { After: { } after } => members.Where(member => string.Compare(member.Number, after) > 0).OrderBy(member => member.Number),
            { Before: { } before } => members.Where(member => string.Compare(member.Number, before) < 0).OrderByDescending(member => member.Number),
            _ => members.OrderBy(member => member.Number),
        };
#pragma warning restore CA1309
        // One more than is shown tells whether there is another page, without counting.
        var rows = await members.Take(PageSize + 1)
            .Select(member => new Row(member.Number, member.Name, member.Email, member.Language, member.Standing)).ToListAsync(cancellationToken);
        var hasMore = rows.Count > PageSize;
        var shown = rows.Take(PageSize);
        return new Page(
            [.. backwards ? shown.Reverse() : shown], backwards ? hasMore : query.After is not null, backwards || hasMore);
    }
}
