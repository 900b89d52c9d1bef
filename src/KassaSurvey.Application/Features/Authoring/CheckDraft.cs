using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>The pre-flight check: what stands in the way of opening a draft.</summary>
public sealed class CheckDraft(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Checks it.</summary>
    public async Task<Result<Outcome>> ExecuteAsync(Viewer viewer, WaveId waveId, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        return await LoadedDraft.FindAsync(db, waveId, cancellationToken) is { } loaded
            ? loaded.Check(time.Today())
            : AuthoringErrors.WaveUnknown;
    }

    /// <summary>What was found.</summary>
    /// <param name="Findings">Blocking ones first, then in the order of the questionnaire.</param>
    /// <param name="EstimatedSeconds">Estimated time of the longest way through.</param>
    public sealed record Outcome(ImmutableArray<Finding> Findings, int EstimatedSeconds)
    {
        /// <summary>True when nothing stands in the way.</summary>
        public bool CanOpen => Findings.All(finding => finding.Severity != FindingSeverity.Blocking);
    }
}
