using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>What may be said of the overall grade: its value, its change and its place in history.</summary>
internal static class HeadlineFacts
{
    private const int MostYearsNamed = 3;

    public static IEnumerable<NarrativeFact> Of(WaveResults results)
    {
        switch (results.Overall)
        {
            case { Current.Value: { Mean: { } mean, Scale: not null } current } overall when !double.IsNaN(mean.Value):
                yield return Grade(overall, current, results.ComparedYear);
                foreach (var fact in Record(overall))
                {
                    yield return fact;
                }

                break;
            case { Current: Reading.Suppressed }:
                yield return NarrativeFact.Of(NarrativeTexts.HeadlineHidden);
                break;
        }
    }

    private static NarrativeFact Grade(QuestionResult overall, Measurement current, ReportingYear? comparedYear)
    {
        var grade = NarrativeFacts.Grade(current);
        var scale = new FactArgument.Scale(current.Scale!.Value);
        if (comparedYear is not { } year || overall is not { Change: { } change, Compared.Value: { } compared, ComparedAs: not QuestionChange.Different })
        {
            return NarrativeFact.Of(NarrativeTexts.HeadlineAlone, grade, scale);
        }

        if (change.Verdict == Verdict.NotComparable)
        {
            return NarrativeFact.Of(
                NarrativeTexts.HeadlineNotComparable, grade, scale, new FactArgument.Year(year), NarrativeFacts.Index(current), NarrativeFacts.Index(compared));
        }

        return NarrativeFact.Of(KeyOf(change.Verdict), grade, scale, new FactArgument.Year(year), NarrativeFacts.Grade(compared));
    }

    private static string KeyOf(Verdict verdict) => verdict switch
    {
        Verdict.Improved => NarrativeTexts.HeadlineImproved,
        Verdict.SlightlyImproved => NarrativeTexts.HeadlineSlightlyImproved,
        Verdict.Unchanged => NarrativeTexts.HeadlineUnchanged,
        Verdict.SlightlyDeclined => NarrativeTexts.HeadlineSlightlyDeclined,
        Verdict.Declined => NarrativeTexts.HeadlineDeclined,
        _ => NarrativeTexts.HeadlineInconclusive,
    };

    private static IEnumerable<NarrativeFact> Record(QuestionResult overall)
    {
        // With one earlier year a record says no more than the change has said already.
        if (overall is not { Standing: { IsHighest: true, ComparedYears: > 1 } standing, Trend: [.. var earlier, var last] })
        {
            yield break;
        }

        var first = new FactArgument.Year(earlier.Where(point => point.Scale == last.Scale).Min(point => point.Year));
        if (standing.IsClearlyHighest)
        {
            yield return NarrativeFact.Of(NarrativeTexts.RecordBest, first);
        }
        else if (standing.SharedWith.Length > MostYearsNamed)
        {
            yield return NarrativeFact.Of(NarrativeTexts.RecordSharedSeveral, first, new FactArgument.Count(standing.SharedWith.Length));
        }
        else if (standing.SharedWith.Length > 0)
        {
            var key = standing.SharedWith.Length == 1 ? NarrativeTexts.RecordSharedOne : NarrativeTexts.RecordSharedMany;
            yield return NarrativeFact.Of(key, first, new FactArgument.Years(standing.SharedWith));
        }
    }
}
