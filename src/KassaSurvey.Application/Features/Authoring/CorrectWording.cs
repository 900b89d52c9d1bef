using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Corrects a typo while members are answering; logged with what it said before.</summary>
public sealed class CorrectWording(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The correction.</summary>
    /// <param name="WaveId">The open wave.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="Key">Which text.</param>
    /// <param name="Language">In which language; it must have the text already.</param>
    /// <param name="Text">What it shall say.</param>
    public sealed record Command(WaveId WaveId, int Revision, TextKey Key, string Language, string Text);

    /// <summary>Corrects it; members see it with their next page.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
