using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists what was corrected while members were answering.</summary>
public sealed class ListCorrections(IKassaDatabase database)
{
    /// <summary>Lists the corrections of a wave, latest first.</summary>
    public async Task<Result<ImmutableArray<Line>>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var corrections = await db.WordingCorrections.AsNoTracking().Where(correction => correction.WaveId == waveId)
            .OrderByDescending(correction => correction.Number).ToListAsync(cancellationToken);
        return corrections
            .Select(row => new Line(
                TextKey.TryParse(row.TextKey, out var key) ? key : default, row.Language, row.Before, row.After, row.By, row.At))
            .ToImmutableArray();
    }

    /// <summary>One correction.</summary>
    /// <param name="Key">Which text.</param>
    /// <param name="Language">In which language.</param>
    /// <param name="Before">What it said.</param>
    /// <param name="After">What it says.</param>
    /// <param name="By">Who corrected it.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Line(TextKey Key, string Language, string Before, string After, string By, DateTime At);
}
