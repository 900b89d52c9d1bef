using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Narrative;

public sealed class WriteNarrativeTests
{
    private static readonly string[] Claims =
    [
        NarrativeTexts.HeadlineImproved, NarrativeTexts.HeadlineSlightlyImproved, NarrativeTexts.HeadlineUnchanged, NarrativeTexts.HeadlineDeclined,
        NarrativeTexts.HeadlineSlightlyDeclined, NarrativeTexts.RecordBest, NarrativeTexts.ImprovedAll, NarrativeTexts.ImprovedSome,
        NarrativeTexts.ImprovedOne, NarrativeTexts.MostImproved, NarrativeTexts.SlightlyImproved, NarrativeTexts.Unchanged,
        NarrativeTexts.SlightlyDeclined, NarrativeTexts.Declined, NarrativeTexts.RecordTopics,
    ];

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Narrative_OfThePublishedYear_ReadsAsAgreed(string language)
    {
        var narrative = WriteNarrative.Of(new ReportedYear().Build(), language);

        Assert.Equal(
            GoldenNarratives.In(language).Split('\n'),
            narrative.Sentences.Select(sentence => sentence.Text.Replace('\u00a0', '~')));
    }

    [Fact]
    public void Facts_InEveryLanguage_AreTheSameInTheSameOrder()
    {
        var survey = new ReportedYear().Build();
        var english = WriteNarrative.Of(survey, Languages.English).Sentences.Select(sentence => sentence.Fact).ToList();

        Assert.All(Languages.All, language => Assert.Equal(english, WriteNarrative.Of(survey, language).Sentences.Select(sentence => sentence.Fact)));
    }

    [Fact]
    public void Narrative_WhenNothingCanBeTold_ClaimsNothing()
    {
        var survey = new ReportedYear { Deviation = 9 }.Build();
        Assert.All(survey.Results.Questions.Where(question => question.Change is not null), question => Assert.Equal(Verdict.Inconclusive, question.Change!.Verdict));

        var kinds = WriteNarrative.Of(survey, Languages.English).Sentences.Select(sentence => sentence.Fact.Kind).ToList();

        Assert.Empty(kinds.Intersect(Claims));
        Assert.Equal(NarrativeTexts.HeadlineInconclusive, kinds[0]);
        Assert.Contains(NarrativeTexts.RecordSharedSeveral, kinds);
    }

    [Fact]
    public void Narrative_AgainstAPublishedYearWithoutPrecision_ClaimsNothing()
    {
        var kinds = Kinds(new ReportedYear { IsPublishedBefore = true });

        Assert.Empty(kinds.Intersect(Claims));
        Assert.Contains(NarrativeTexts.Published, kinds);
    }

    [Fact]
    public void Narrative_AfterAChangeOfScale_GivesTheIndexAndComparesNothing()
    {
        var survey = new ReportedYear { ScaleBefore = new(1, 6), Earlier = [] }.With("OVERALL", 5.43, 6.23).Build();

        var narrative = WriteNarrative.Of(survey, Languages.Finnish);

        Assert.Equal(NarrativeTexts.HeadlineNotComparable, narrative.Sentences[0].Fact.Kind);
        Assert.Contains("87,2", narrative.Headline, StringComparison.Ordinal);
        Assert.Contains("88,6", narrative.Headline, StringComparison.Ordinal);
        Assert.Empty(narrative.Sentences.Select(sentence => sentence.Fact.Kind).Intersect(Claims));
    }

    [Fact]
    public void Record_LevelWithOneEarlierYear_NamesThatYearInsteadOfClaimingIt()
    {
        var sentences = WriteNarrative.Of(new ReportedYear { Earlier = [5.6, 6.21] }.Build(), Languages.English).Sentences;

        Assert.Contains(sentences, sentence => sentence.Fact.Kind == NarrativeTexts.RecordSharedOne && sentence.Text.Contains("2018", StringComparison.Ordinal));
        Assert.DoesNotContain(sentences, sentence => sentence.Fact.Kind == NarrativeTexts.RecordBest);
    }

    [Fact]
    public void Record_BelowAnEarlierYear_IsNotMentioned() => Assert.DoesNotContain(
        Kinds(new ReportedYear { Earlier = [6.5] }), kind => kind.StartsWith("Record", StringComparison.Ordinal));

    [Theory]
    [InlineData("OVERALL")]
    [InlineData("HAN_RELIABLE")]
    [InlineData("STF_FRIENDLY")]
    [InlineData("PHO_REACH")]
    public void Narrative_WithOneChangedFigure_ReadsDifferentlyInEveryLanguage(string code)
    {
        var before = new ReportedYear().Build();
        var figure = before.Results.Find(code)!;
        var changed = new ReportedYear().With(code, figure.Compared!.Value!.Mean!.Value.Value, figure.Current.Value!.Mean!.Value.Value + 0.01).Build();

        Assert.All(Languages.All, language => Assert.NotEqual(Text(before, language), Text(changed, language)));
    }

    [Fact]
    public void Narrative_OfAHiddenGrade_HasNoFigureOfIt()
    {
        var sentence = WriteNarrative.Of(new ReportedYear { Suppressed = "OVERALL" }.Build(), Languages.English).Sentences[0];

        Assert.Equal(NarrativeTexts.HeadlineHidden, sentence.Fact.Kind);
        Assert.DoesNotContain(sentence.Text, char.IsDigit);
    }

    [Fact]
    public void Narrative_OfAPartOfTheRespondents_SaysSoAndGivesNoResponseRate()
    {
        var kinds = Kinds(new ReportedYear { Population = Population.Everybody.With("region", "Lappi") });

        Assert.Contains(NarrativeTexts.BaseFiltered, kinds);
        Assert.DoesNotContain(NarrativeTexts.BaseInvited, kinds);
    }

    private static List<string> Kinds(ReportedYear year) =>
        [.. WriteNarrative.Of(year.Build(), Languages.English).Sentences.Select(sentence => sentence.Fact.Kind)];

    private static string Text(Application.Features.Results.SurveyResults survey, string language) =>
        string.Join(' ', WriteNarrative.Of(survey, language).Sentences.Select(sentence => sentence.Text));
}
