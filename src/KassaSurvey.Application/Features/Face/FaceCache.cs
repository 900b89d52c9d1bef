using System.Collections.Concurrent;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>
/// Keeps the face of each fund for the pages that anybody can open: stylesheet, logo, accessibility statement. A change in this process is
/// seen at once, one made by another within <see cref="Age"/>.
/// </summary>
public sealed class FaceCache(IKassaDatabase database, TimeProvider time)
{
    /// <summary>How long a face is used before it is read again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The face of the fund with this key, or null when there is none.</summary>
    public async Task<PublicFace?> GetAsync(string fundKey, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(fundKey, out var entry) && time.GetElapsedTime(entry.Loaded) <= Age)
        {
            return entry.Face;
        }

        await using var db = database.For(Viewer.Operator);
        var fund = await db.Funds.AsNoTracking().SingleOrDefaultAsync(row => row.Key == fundKey, cancellationToken);
        if (fund is null)
        {
            // Not kept: invented keys would fill the memory.
            return null;
        }

        var face = await db.FundFaces.AsNoTracking().SingleOrDefaultAsync(row => row.FundId == fund.Id, cancellationToken);
        var loaded = PublicFace.Of(fund, face);
        _entries[fundKey] = new(loaded, time.GetTimestamp());
        return loaded;
    }

    /// <summary>Reads the face again at the next visit.</summary>
    public void Forget(string fundKey) => _entries.TryRemove(fundKey, out _);

    private sealed record Entry(PublicFace Face, long Loaded);
}
