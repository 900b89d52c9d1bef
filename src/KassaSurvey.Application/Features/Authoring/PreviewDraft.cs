using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Shows a draft as members will see it.</summary>
public sealed class PreviewDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The form, with pages and conditions; nothing is stored of what is answered on it.</summary>
    public async Task<Result<SurveyForm>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
