using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Makes the draft of a year from an earlier year's questionnaire, or from the built-in one.</summary>
public sealed class CreateDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>What to make.</summary>
    /// <param name="SurveyId">The survey.</param>
    /// <param name="Year">The new wave's year.</param>
    /// <param name="CopyFrom">The year to copy; null = the built-in questionnaire.</param>
    public sealed record Command(SurveyId SurveyId, int Year, int? CopyFrom);

    /// <summary>Makes the draft; every question keeps its code.</summary>
    public async Task<Result<WaveId>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
