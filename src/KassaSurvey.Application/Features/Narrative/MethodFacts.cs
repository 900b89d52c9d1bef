using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>Who answered, and how the figures were made.</summary>
internal static class MethodFacts
{
    public static IEnumerable<NarrativeFact> Of(SurveyResults survey)
    {
        var results = survey.Results;
        if (!results.Population.IsEverybody)
        {
            yield return NarrativeFact.Of(NarrativeTexts.BaseFiltered, new FactArgument.Words(PopulationText.Of(results.Population)));
        }

        if (results.Responses is { } responses)
        {
            yield return Base(survey, responses);
        }

        if (results.IsPreliminary)
        {
            yield return NarrativeFact.Of(NarrativeTexts.Preliminary);
        }

        foreach (var year in PublishedYears(results))
        {
            yield return year;
        }

        if (results.Questions.Any(question => question.Current.Value is { IsPublished: false }))
        {
            yield return NarrativeFact.Of(results.IsWeighted ? NarrativeTexts.Weighted : NarrativeTexts.Unweighted);
        }

        if (results.Questions.Any(question => question.Change?.Test is not null))
        {
            var scale = results.Overall?.Current.Value?.Scale ?? AnswerScale.OneToSeven;
            yield return NarrativeFact.Of(
                NarrativeTexts.Tests,
                new FactArgument.Figure(results.MarginIndexPoints, Decimals.Index),
                new FactArgument.Figure(scale.FromIndexPoints(results.MarginIndexPoints), Decimals.Mean),
                new FactArgument.Scale(scale));
        }
    }

    private static NarrativeFact Base(SurveyResults survey, long responses)
    {
        // A response rate is of everybody invited: a part of the respondents has none.
        return survey is { Invited: { } invited and > 0, Results: { Population.IsEverybody: true, IsWithoutCareless: false } } && responses <= invited
            ? NarrativeFact.Of(
                NarrativeTexts.BaseInvited,
                new FactArgument.Count(invited), new FactArgument.Count(responses), new FactArgument.Share((double)responses / invited))
            : NarrativeFact.Of(NarrativeTexts.Base, new FactArgument.Count(responses));
    }

    private static IEnumerable<NarrativeFact> PublishedYears(WaveResults results)
    {
        if (results.Questions.Any(question => question.Current.Value is { IsPublished: true }))
        {
            yield return NarrativeFact.Of(NarrativeTexts.Published, new FactArgument.Year(results.Year));
        }

        if (results.ComparedYear is { } compared && results.Questions.Any(question => question.Compared?.Value is { IsPublished: true }))
        {
            yield return NarrativeFact.Of(NarrativeTexts.Published, new FactArgument.Year(compared));
        }
    }
}
