using System.Security.Cryptography;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>Finds the fund of an API key, and notes the day it was used.</summary>
public sealed class OpenWithKey(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Compared against where there is no such key, so that it takes as long.</summary>
    private static readonly byte[] NobodysHash = new byte[32];

    /// <returns>The system that calls; <see cref="Viewer.Nobody"/> when the text is no key that is good.</returns>
    public async Task<Viewer> ExecuteAsync(string text, CancellationToken cancellationToken)
    {
        if (!ApiKey.TryRead(text, out var id, out var hash))
        {
            return Viewer.Nobody;
        }

        await using var db = database.For(Viewer.Operator);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (key is null)
        {
            CryptographicOperations.FixedTimeEquals(hash, NobodysHash);
            return Viewer.Nobody;
        }

        if (!key.IsOpenedBy(hash))
        {
            return Viewer.Nobody;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (key.LastUsedOn != today)
        {
            // The day and not the time: one write a day, not one a request.
            await db.ApiKeys.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(it => it.LastUsedOn, today), CancellationToken.None);
        }

        return Viewer.Machine(key.FundId, key.Name, key.Scopes);
    }
}
