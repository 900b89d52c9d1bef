using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>Chooses what may be said about a year. Every claim of a change rests on a verdict, every record on a standing.</summary>
public static class NarrativeFacts
{
    /// <summary>The facts in order, by part.</summary>
    public static IEnumerable<(NarrativePart Part, NarrativeFact Fact)> Of(SurveyResults survey)
    {
        var results = survey.Results;
        return
        [
            .. In(NarrativePart.Headline, HeadlineFacts.Of(results)),
            .. In(NarrativePart.Areas, Areas(results)),
            .. In(NarrativePart.Changes, ChangeFacts.Of(results)),
            .. In(NarrativePart.Members, Members(results)),
            .. In(NarrativePart.Method, MethodFacts.Of(survey)),
        ];
    }

    private static IEnumerable<(NarrativePart Part, NarrativeFact Fact)> In(NarrativePart part, IEnumerable<NarrativeFact> facts) =>
        facts.Select(fact => (part, fact));

    private static IEnumerable<NarrativeFact> Areas(WaveResults results)
    {
        QuestionResult[] graded =
        [
            .. NarrativeTopics.Of(results)
                .Where(topic => topic.Current.Value?.Index is { Value: var index } && !double.IsNaN(index))
                .OrderByDescending(topic => topic.Current.Value!.Index!.Value.Value),
        ];
        if (graded.Length < 2)
        {
            yield break;
        }

        var usual = results.Overall?.Current.Value?.Scale ?? graded[0].Current.Value!.Scale;
        if (graded.Length < 4)
        {
            yield return NarrativeFact.Of(NarrativeTexts.BestOne, List(graded[..1]));
        }
        else
        {
            yield return NarrativeFact.Of(NarrativeTexts.BestTwo, List(graded[..2]));
        }

        yield return NarrativeFact.Of(NarrativeTexts.Weakest, List(graded[^1..]));

        FactArgument.Topics List(IEnumerable<QuestionResult> topics) => new([.. topics.Select(topic => NarrativeTopics.Graded(topic, usual))]);
    }

    private static IEnumerable<NarrativeFact> Members(WaveResults results)
    {
        if (ShareOf(results, "CHANNELS", "NONE") is { } none)
        {
            yield return NarrativeFact.Of(NarrativeTexts.Contact, new FactArgument.Share(1 - none));
        }

        if (results.Find("DEV_AREA") is { Current.Value: { } wishes, Question: var question })
        {
            Topic[] top =
            [
                .. wishes.Options.Where(option => option.Code != "NOTHING" && option.Share > 0).OrderByDescending(option => option.Share).Take(2)
                    .Select(option => new Topic(option.Code, question.Option(option.Code)?.Label ?? LocalizedText.Same(option.Code)) { Share = option.Share }),
            ];
            if (top.Length > 0)
            {
                yield return NarrativeFact.Of(NarrativeTexts.Develop, new FactArgument.Topics([.. top]));
            }
        }
    }

    private static double? ShareOf(WaveResults results, string question, string option) =>
        results.Find(question)?.Current.Value?.Options.FirstOrDefault(share => share.Code == option)?.Share is { } share && !double.IsNaN(share)
            ? share
            : null;

    /// <summary>A mean as a fact shows it.</summary>
    internal static FactArgument.Figure Grade(Measurement measurement) =>
        new(measurement.Mean!.Value.Value, NumberText.DecimalsOf(measurement.Scale));

    /// <summary>An index as a fact shows it.</summary>
    internal static FactArgument.Figure Index(Measurement measurement) => new(measurement.Index!.Value.Value, Decimals.Index);
}
