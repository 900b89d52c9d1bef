using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Writes a draft's texts for a translator.</summary>
public sealed class ExportTranslations(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Writes a workbook with a row per text: key, place, source language, the other languages.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, WaveId waveId, Stream output, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
