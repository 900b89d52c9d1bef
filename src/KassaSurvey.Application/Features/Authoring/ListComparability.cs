using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists how comparable each question is from year to year.</summary>
public sealed class ListComparability(IKassaDatabase database, TimeProvider time)
{
    /// <summary>A question and its pairs of years.</summary>
    /// <param name="Code">The question.</param>
    /// <param name="Text">Its latest wording; empty when only its figures are known.</param>
    /// <param name="Links">Its pairs of years, latest first.</param>
    public sealed record Line(string Code, LocalizedText Text, ImmutableArray<Pair> Links);

    /// <summary>A pair of years that follow each other among those the question was asked in.</summary>
    public sealed record Pair(
        int FromYear, int ToYear, QuestionChange Suggested, QuestionChange Limit, QuestionChange? Decided, string Reason, string DecidedBy,
        DateTime? DecidedAt)
    {
        /// <summary>What holds.</summary>
        public QuestionChange Change => Decided ?? Suggested;
    }

    /// <summary>Lists them in the order of the latest questionnaire.</summary>
    public async Task<Result<ImmutableArray<Line>>> ExecuteAsync(Viewer viewer, SurveyId surveyId, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        _ = (database, time);
        throw new NotImplementedException();
    }
}
