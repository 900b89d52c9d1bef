using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Shows the names and codes of the export before the field work.</summary>
public sealed class GetCodebookPreview(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The codebook as the export will have it.</summary>
    /// <param name="Columns">The names of its columns in order.</param>
    /// <param name="Codebook">A row per question.</param>
    /// <param name="Labels">A row per value.</param>
    public sealed record Preview(
        ImmutableArray<string> Columns, ReportTable Codebook, ReportTable Labels);

    /// <summary>Makes it in a language.</summary>
    public async Task<Result<Preview>> ExecuteAsync(Viewer viewer, WaveId waveId, string language, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
