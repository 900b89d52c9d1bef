using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>
/// What the narrative ranks and lists: the ratings of the service itself. Feelings, image, expectations and loyalty are what a good
/// service leads to; a fund does not "improve most" at being recommended.
/// </summary>
internal static class NarrativeTopics
{
    public static ImmutableArray<QuestionResult> Of(WaveResults results)
    {
        ImmutableArray<QuestionResult> ratings =
        [
            .. results.Questions.Where(result => result.Question is { Kind: QuestionKind.Scale } question && question.Code != Survey.OverallCode),
        ];
        ImmutableArray<QuestionResult> service = [.. ratings.Where(rating => rating.Question.AreaCode is not { } area || !ServiceArea.IsOutcomeCode(area))];
        return service.IsEmpty ? ratings : service;
    }

    public static Topic Named(QuestionResult result) => new(result.Question.Code, result.Question.Text);

    public static Topic Graded(QuestionResult result, AnswerScale? usual)
    {
        var value = result.Current.Value!;
        return Named(result) with { Grade = value.Mean!.Value.Value, Scale = value.Scale == usual ? null : value.Scale };
    }
}
