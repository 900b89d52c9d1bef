using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists what was corrected while members were answering.</summary>
public sealed class ListCorrections(IKassaDatabase database, TimeProvider time)
{
    /// <summary>One correction.</summary>
    public sealed record Line(TextKey Key, string Language, string Before, string After, string By, DateTime At);

    /// <summary>Lists the corrections of a wave, latest first.</summary>
    public async Task<Result<ImmutableArray<Line>>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
