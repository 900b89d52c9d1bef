using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>What may be said of the changes of single topics since the compared year.</summary>
internal static class ChangeFacts
{
    public static IEnumerable<NarrativeFact> Of(WaveResults results)
    {
        var topics = NarrativeTopics.Of(results);
        if (results.ComparedYear is { } comparedYear)
        {
            var year = new FactArgument.Year(comparedYear);
            QuestionResult[] judged = [.. topics.Where(topic => topic.Change is not null)];
            var improved = With(Verdict.Improved);
            if (improved is [var single])
            {
                yield return NarrativeFact.Of(NarrativeTexts.ImprovedOne, year, List([single], withChange: true));
            }
            else if (improved.Length > 1)
            {
                var all = improved.Length == judged.Length ? NarrativeTexts.ImprovedAll : NarrativeTexts.ImprovedSome;
                yield return NarrativeFact.Of(
                    all, year, new FactArgument.Count(improved.Length), new FactArgument.Count(judged.Length), List(improved, withChange: false));
                yield return NarrativeFact.Of(NarrativeTexts.MostImproved, List(improved[..1], withChange: true));
            }

            foreach (var (verdict, key, withChange) in Lists)
            {
                if (With(verdict) is { Length: > 0 } listed)
                {
                    yield return NarrativeFact.Of(key, year, List(listed, withChange));
                }
            }

            if (judged.Where(topic => topic.ComparedAs == QuestionChange.Different).ToArray() is { Length: > 0 } different)
            {
                yield return NarrativeFact.Of(NarrativeTexts.DifferentQuestion, year, List(different, withChange: false));
            }

            QuestionResult[] With(Verdict verdict) =>
            [
                .. judged.Where(topic => topic.Change!.Verdict == verdict && topic.ComparedAs != QuestionChange.Different).OrderByDescending(topic => Math.Abs(topic.Change!.IndexDelta ?? 0)),
            ];
        }

        var placed = topics.Count(topic => topic.Standing is not null);
        var records = topics.Count(topic => topic.Standing is { IsClearlyHighest: true });
        if (records > 0)
        {
            yield return NarrativeFact.Of(NarrativeTexts.RecordTopics, new FactArgument.Count(records), new FactArgument.Count(placed));
        }
    }

    private static readonly (Verdict Verdict, string Key, bool WithChange)[] Lists =
    [
        (Verdict.SlightlyImproved, NarrativeTexts.SlightlyImproved, true),
        (Verdict.Unchanged, NarrativeTexts.Unchanged, false),
        (Verdict.SlightlyDeclined, NarrativeTexts.SlightlyDeclined, true),
        (Verdict.Declined, NarrativeTexts.Declined, true),
        (Verdict.Inconclusive, NarrativeTexts.Inconclusive, false),
        (Verdict.NotComparable, NarrativeTexts.NotComparable, false),
    ];

    private static FactArgument.Topics List(IEnumerable<QuestionResult> topics, bool withChange) => new(
    [
        .. topics.Select(topic => NarrativeTopics.Named(topic) with { Change = withChange ? topic.Change!.Delta : null }),
    ]);
}
