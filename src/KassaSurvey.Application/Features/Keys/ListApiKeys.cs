using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>Lists the fund's API keys, the newest first: who made and ended them and when they were last used. Never the keys themselves.</summary>
public sealed class ListApiKeys(IKassaDatabase database)
{
    /// <summary>How many are listed: ended keys stay as a record, and nobody needs the hundredth.</summary>
    private const int Most = 100;

    /// <param name="Id">The key.</param>
    /// <param name="Name">What the fund calls it.</param>
    /// <param name="Scopes">What it may do.</param>
    /// <param name="MadeAt">When it was made, UTC.</param>
    /// <param name="MadeBy">Who made it.</param>
    /// <param name="LastUsedOn">The last day it was used; null = never.</param>
    /// <param name="RevokedAt">When it was ended, UTC; null while it is good.</param>
    /// <param name="RevokedBy">Who ended it.</param>
    public sealed record Row(
        ApiKeyId Id, string Name, ApiScopes Scopes, DateTime MadeAt, string MadeBy, DateOnly? LastUsedOn, DateTime? RevokedAt, string RevokedBy);

    public async Task<Result<IReadOnlyList<Row>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var keys = await db.ApiKeys.AsNoTracking().OrderBy(key => key.RevokedAt != null).ThenByDescending(key => key.MadeAt).Take(Most)
            .ToListAsync(cancellationToken);
        // A viewer's name is the account's id; people know each other by name.
        var accounts = keys.SelectMany(key => new[] { key.MadeBy, key.RevokedBy })
            .Select(name => Guid.TryParse(name, out var account) ? account : Guid.Empty).Distinct().ToList();
        var people = await db.Users.Where(user => accounts.Contains(user.Id) && user.FundId == fund)
            .ToDictionaryAsync(user => $"{user.Id}", user => user.DisplayName, StringComparer.OrdinalIgnoreCase, cancellationToken);
        return keys.ConvertAll(key => new Row(
            key.Id, key.Name, key.Scopes, key.MadeAt, people.GetValueOrDefault(key.MadeBy, key.MadeBy), key.LastUsedOn, key.RevokedAt,
            people.GetValueOrDefault(key.RevokedBy, key.RevokedBy)));
    }
}
