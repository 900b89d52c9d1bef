using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Decides how comparable a question is with the year before. For years already measured too: their comparisons change with it.</summary>
public sealed class ClassifyChange(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The decision.</summary>
    /// <param name="WaveId">The later year's wave.</param>
    /// <param name="Revision">The revision that the editor saw.</param>
    /// <param name="QuestionCode">The question.</param>
    /// <param name="Change">What it is.</param>
    /// <param name="Reason">Why; needed when it differs from the suggestion.</param>
    public sealed record Command(WaveId WaveId, int Revision, string QuestionCode, QuestionChange Change, string Reason);

    /// <summary>Records the decision with who and when.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        var result = await DraftWriter.RunAsync(
            database, viewer, command.WaveId, command.Revision,
            (db, loaded, _) => Task.FromResult(Decide(db, loaded, viewer, command)), cancellationToken);
        return result.IsSuccess ? Result.Done : Result.Failed(result.Errors);
    }

    private Result<QuestionLink> Decide(KassaDbContext db, LoadedDraft loaded, Viewer viewer, Command command)
    {
        var link = loaded.Lineage.Links(db).FirstOrDefault(known => known.ToYear == loaded.Wave.Year
            && string.Equals(known.QuestionCode, command.QuestionCode, StringComparison.OrdinalIgnoreCase));
        if (link is null)
        {
            return AuthoringErrors.NoEarlierYear(command.QuestionCode, loaded.Wave.Year.Value);
        }

        var decided = link.Decide(command.Change, command.Reason, viewer.Name, time.Now());
        if (!decided.IsSuccess)
        {
            return Result<QuestionLink>.Failed(decided.Errors);
        }

        loaded.Wave.Touch(viewer.Name, time.Now());
        return link;
    }
}
