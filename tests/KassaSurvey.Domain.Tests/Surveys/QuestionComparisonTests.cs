using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class QuestionComparisonTests
{
    private static readonly LocalizedText Speed = LocalizedText.Of(
        "Hakemuksen käsittelyn nopeus", "Hur snabbt ansökan behandlades", "Hvor hurtigt ansøgningen blev behandlet", "How quickly the application was processed");

    private static readonly QuestionContent Rating = new("HAN_SPEED", QuestionKind.Scale, Speed)
    {
        AreaCode = "HANDLING", Scale = AnswerScale.OneToSeven, AllowsCantSay = true,
        MinimumLabel = LocalizedText.Same("very poorly"), MaximumLabel = LocalizedText.Same("very well"),
        Condition = new("MATTER", ConditionOperator.AnyOf, ["BENEFIT"]),
    };

    private static readonly QuestionContent Choice = new("MATTER", QuestionKind.Single, LocalizedText.Same("What was it about?"))
    {
        Options = [new(1, "BENEFIT", LocalizedText.Same("A benefit")), new(2, "ADVICE", LocalizedText.Same("Advice"))],
    };

    public static TheoryData<string, QuestionContent, QuestionContent, QuestionChange, QuestionChange> Cases => new()
    {
        { "nothing", Rating, Rating with { }, QuestionChange.Same, QuestionChange.Same },
        { "another area", Rating, Rating with { AreaCode = "OTHER" }, QuestionChange.Same, QuestionChange.Same },
        { "typo in the source", Rating, Rating with { Text = In("fi", "Hakemuksen käsitelyn nopeus") }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "typo in a translation", Rating, Rating with { Text = In("sv", "Hur snabbt ansökan behandlads") }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "another translation", Rating, Rating with { Text = In("sv", "Handläggningens snabbhet") }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "another source wording", Rating, Rating with { Text = In("fi", "Päätöksen saapumisen nopeus") }, QuestionChange.Different, QuestionChange.Same },
        { "a language more", Rating with { Text = Without("da") }, Rating, QuestionChange.Same, QuestionChange.Same },
        { "source language not known before", Rating with { Text = Without("fi") }, Rating with { Text = In("sv", "Handläggningens snabbhet") },
            QuestionChange.Different, QuestionChange.Same },
        { "another scale", Rating, Rating with { Scale = new AnswerScale(1, 6) }, QuestionChange.ScaleChanged, QuestionChange.ScaleChanged },
        { "another scale and wording", Rating, Rating with { Scale = new AnswerScale(1, 6), Text = In("fi", "Päätöksen saapumisen nopeus") },
            QuestionChange.Different, QuestionChange.ScaleChanged },
        { "another end label", Rating, Rating with { MaximumLabel = LocalizedText.Same("excellently") }, QuestionChange.Different, QuestionChange.Same },
        { "a lead", Rating, Rating with { Lead = LocalizedText.Same("How well did we do?") }, QuestionChange.Different, QuestionChange.Same },
        { "no can't say", Rating, Rating with { AllowsCantSay = false }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "asked of everybody", Rating, Rating with { Condition = null }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "another kind", Choice, new(Choice.Code, QuestionKind.Multiple, Choice.Text) { Options = Choice.Options }, QuestionChange.Different, QuestionChange.Different },
        { "options the other way round", Choice, Choice with { Options = [Choice.Options[1], Choice.Options[0]] }, QuestionChange.SmallEdit, QuestionChange.Same },
        { "an option more", Choice, Choice with { Options = [.. Choice.Options, new(3, "OTHER", LocalizedText.Same("Other"))] },
            QuestionChange.Different, QuestionChange.Same },
        { "another option label", Choice, Choice with { Options = [Choice.Options[0], Choice.Options[1] with { Label = LocalizedText.Same("Membership") }] },
            QuestionChange.Different, QuestionChange.Same },
        { "an option counted otherwise", Choice, Choice with { Options = [Choice.Options[0], Choice.Options[1] with { IsCantSay = true }] },
            QuestionChange.Different, QuestionChange.Same },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Suggest_OneDifference_GivesItsWeight(
        string difference, QuestionContent previous, QuestionContent current, QuestionChange change, QuestionChange limit) =>
        Assert.Equal((difference, new QuestionSuggestion(change, limit)), (difference, QuestionComparison.Suggest(previous, current, "fi")));

    [Fact]
    public void Suggest_WordingUnknown_GoesByTheScale()
    {
        Assert.Equal(QuestionChange.Same, QuestionComparison.Suggest(new(1, 7), new AnswerScale(1, 7)).Change);
        Assert.Equal(QuestionChange.ScaleChanged, QuestionComparison.Suggest(new(1, 7), new AnswerScale(1, 6)).Change);
        Assert.Equal(QuestionChange.Different, QuestionComparison.Suggest(new(1, 7), null).Change);
    }

    private static LocalizedText In(string language, string text) => LocalizedText.Of(Speed.Texts.SetItem(language, text));

    private static LocalizedText Without(string language) => LocalizedText.Of(Speed.Texts.Remove(language));
}
