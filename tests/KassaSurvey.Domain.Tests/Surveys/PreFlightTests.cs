using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class PreFlightTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);
    private static readonly PreFlightFace Face = new(LocalizedText.Same("Privacy"), FundColour.Parse("#1d4e5f").Value, "survey@fund.example");

    private static readonly QuestionnaireDraft Ready = new()
    {
        Areas = [new("HANDLING", LocalizedText.Same("Handling"))],
        Questions =
        [
            new("MATTER", QuestionKind.Single, LocalizedText.Same("What was it about?"))
            {
                Options = [new(1, "BENEFIT", LocalizedText.Same("A benefit")), new(2, "ADVICE", LocalizedText.Same("Advice"))],
            },
            Rating("SPEED") with { Condition = new("MATTER", ConditionOperator.AnyOf, ["BENEFIT"]) },
        ],
        Settings = new() { ClosesOn = new(2027, 1, 31), StatedMinutes = 1 },
    };

    public static TheoryData<string, string, QuestionnaireDraft> Blocked => new()
    {
        { "Check.NoQuestions", "Questionnaire//", Ready with { Questions = [], Areas = [] } },
        { "Check.NoLanguages", "Settings//", Ready with { Settings = Ready.Settings with { Languages = [] } } },
        { "Check.LastDayMissing", "Settings//", Ready with { Settings = Ready.Settings with { ClosesOn = null } } },
        { "Check.LastDayPast(01/03/2027)", "Settings//", Ready with { Settings = Ready.Settings with { ClosesOn = new(2027, 1, 3) } } },
        { "Check.AreaEmpty(PHONE)", "Area/PHONE/", Ready with { Areas = Ready.Areas.Add(new("PHONE", LocalizedText.Same("Phone"))) } },
        { "Check.TranslationMissing(Question.SPEED, da)", "Translation/Question.SPEED/da", With(question => question with { Text = Finnish("Nopeus", "sv", "en") }) },
        { "Check.TranslationMissing(Lead.SPEED, sv)", "Translation/Lead.SPEED/sv", With(question => question with { Lead = Finnish("Johdanto", "da", "en") }) },
        { "Check.EndLabelsMissing(SPEED)", "Question/SPEED/", With(question => question with { MaximumLabel = LocalizedText.Empty }) },
        { "Draft.ConditionUnknown(SPEED, GONE)", "Question/SPEED/", With(question => question with { Condition = new("GONE", ConditionOperator.Answered, []) }) },
        { "Check.TooFewOptions(MATTER)", "Question/MATTER/", Ready with { Questions = Ready.Questions.SetItem(0, Ready.Questions[0] with { Options = Ready.Questions[0].Options.RemoveAt(1) }) } },
        { "Check.TooLong(2, 1)", "Settings//", Ready with { Questions = Ready.Questions.AddRange(Enumerable.Range(1, 12).Select(i => Rating($"MORE{i}"))) } },
    };

    [Fact]
    public void Check_ReadyDraft_FindsNothing() => Assert.Empty(PreFlight.Check(Ready, Face, [], Today));

    [Theory]
    [MemberData(nameof(Blocked))]
    public void Check_OneThingWrong_IsFoundAtItsPlace(string finding, string place, QuestionnaireDraft draft)
    {
        var found = Assert.Single(PreFlight.Check(draft, Face, [], Today));
        Assert.Equal(FindingSeverity.Blocking, found.Severity);
        Assert.Equal((finding, place), (Say(found.What), $"{found.Place.Kind}/{found.Place.Code}/{found.Place.Language}"));
    }

    [Fact]
    public void Check_QuestionThatNoAnswerShows_IsUnreachableAndSoIsWhatHangsOnIt()
    {
        var draft = Ready with
        {
            Questions = Ready.Questions
                .SetItem(1, Ready.Questions[1] with { Condition = new("MATTER", ConditionOperator.AnyOf, ["GONE"]) })
                .Add(Rating("NEXT") with { Condition = new("SPEED", ConditionOperator.Answered, []) }),
        };

        Assert.Equal(
            ["Draft.ConditionValueUnknown(SPEED, MATTER, GONE)", "Check.Unreachable(SPEED, MATTER)", "Check.Unreachable(NEXT, SPEED)"],
            PreFlight.Check(draft, Face, [], Today).Select(finding => Say(finding.What)));
    }

    [Fact]
    public void Check_StaleTranslationAndUndecidedChange_AreWarnings()
    {
        var draft = Ready.Apply(new DraftEdit.SetText(TextKey.Of("SPEED", TextPart.Question), "fi", "Nopeus")).Value;
        var found = PreFlight.Check(draft, Face, ["SPEED"], Today);
        Assert.All(found, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
        Assert.Equal(
            ["Check.TranslationStale(Question.SPEED, da)", "Check.TranslationStale(Question.SPEED, en)", "Check.TranslationStale(Question.SPEED, sv)",
                "Check.ChangeUndecided(SPEED)"],
            found.Select(finding => Say(finding.What)));
    }

    [Fact]
    public void Check_PrivacyTextMissingInOneLanguage_Blocks()
    {
        var found = Assert.Single(PreFlight.Check(Ready, Face with { PrivacyText = Finnish("Tietosuoja", "sv", "en") }, [], Today));
        Assert.Equal(("Check.PrivacyTextMissing(da)", FindingPlaceKind.FundSettings), (Say(found.What), found.Place.Kind));
    }

    [Theory]
    [InlineData(0x76, 0x76, 0x76, false)]
    [InlineData(0x77, 0x77, 0x77, true)]
    [InlineData(0xff, 0xcc, 0x00, true)]
    public void Check_ColourUnderWhiteText_BlocksBelowFourAndAHalfToOne(byte red, byte green, byte blue, bool blocks) =>
        Assert.Equal(blocks, PreFlight.Check(Ready, Face with { Colour = new FundColour(red, green, blue) }, [], Today).Any(finding => finding.What.Code == "Check.ContrastTooLow"));

    [Fact]
    public void LongestWay_BranchesThatExcludeEachOther_CountsTheLonger()
    {
        QuestionContent[] questions =
        [
            Ready.Questions[0],
            Rating("A") with { Condition = new("MATTER", ConditionOperator.AnyOf, ["BENEFIT"]) },
            Rating("B") with { Condition = new("MATTER", ConditionOperator.AnyOf, ["ADVICE"]) },
            Rating("C") with { Condition = new("MATTER", ConditionOperator.NoneOf, ["BENEFIT"]) },
            Rating("D") with { Condition = new("A", ConditionOperator.NoneOf, ["7"]) },
        ];

        // ADVICE shows B and C, and D too: A is hidden, so it was not answered with 7.
        Assert.Equal(4 * 8, LongestWay.Seconds([.. questions]));
    }

    private static string Say(Error error) => FormattableString.Invariant(
        $"{error.Code}{(error.Arguments.Count == 0 ? "" : $"({string.Join(", ", error.Arguments.Select(value => FormattableString.Invariant($"{value}")))})")}");

    private static QuestionnaireDraft With(Func<QuestionContent, QuestionContent> change) =>
        Ready with { Questions = Ready.Questions.SetItem(1, change(Ready.Questions[1])) };

    private static LocalizedText Finnish(string text, params string[] others) =>
        LocalizedText.Of(others.Append("fi").Select(language => KeyValuePair.Create(language, text)));

    private static QuestionContent Rating(string code) => new(code, QuestionKind.Scale, LocalizedText.Same(code))
    {
        AreaCode = "HANDLING", Scale = AnswerScale.OneToSeven,
        MinimumLabel = LocalizedText.Same("poorly"), MaximumLabel = LocalizedText.Same("well"),
    };
}
