using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class QuestionnaireDraftTests
{
    private static readonly QuestionnaireDraft Draft = new()
    {
        Areas = [new("HANDLING", LocalizedText.Same("Handling")), new("PHONE", LocalizedText.Same("Phone")), new("IMAGE", LocalizedText.Same("Image"))],
        Questions = [Choice("MATTER"), Rating("SPEED", "HANDLING"), Rating("RELIABLE", "HANDLING"), Choice("CALLED", "MATTER"),
            Rating("REACH", "PHONE") with { Condition = new("CALLED", ConditionOperator.AnyOf, ["YES"]) }, Rating("TRUST", "IMAGE")],
        EarlierCodes = ["MATTER", "SPEED"],
    };

    [Fact]
    public void AddQuestion_WithoutAPlace_GoesToTheEndOfItsArea() =>
        Assert.Equal("MATTER SPEED RELIABLE INFORMED CALLED REACH TRUST", Codes(Must(new DraftEdit.AddQuestion(Rating("INFORMED", "HANDLING"), 0))));

    [Fact]
    public void AddQuestion_CodeTakenInOtherLetters_IsRefused() =>
        Refused("Draft.CodeTaken(speed)", new DraftEdit.AddQuestion(Rating("speed", "HANDLING"), 0));

    [Fact]
    public void AddQuestion_NewOptions_GetNumbersOfTheirOwn()
    {
        var added = Must(new DraftEdit.AddQuestion(Choice("NEXT") with { Options = [Option(0, "A"), Option(7, "B"), Option(0, "C")] }, 0));
        Assert.Equal([8, 7, 9], added.Find("NEXT")!.Options.Select(option => option.Number));
    }

    [Fact]
    public void ChangeQuestion_OptionReplaced_NeverReusesItsNumber()
    {
        var changed = Must(new DraftEdit.ChangeQuestion("MATTER", Choice("MATTER") with { Options = [Option(1, "YES"), Option(0, "MAYBE")] }));
        Assert.Equal([1, 3], changed.Find("MATTER")!.Options.Select(option => option.Number));
    }

    [Fact]
    public void ChangeQuestion_CodeOfAnEarlierYear_IsFixed() =>
        Refused("Draft.CodeFixed(SPEED)", new DraftEdit.ChangeQuestion("SPEED", Rating("FAST", "HANDLING")));

    [Fact]
    public void ChangeQuestion_CodeOfANewQuestion_TakesItsDependentsAlong()
    {
        var changed = Must(new DraftEdit.ChangeQuestion("CALLED", Choice("PHONED", "MATTER")));
        Assert.Equal("PHONED", changed.Find("REACH")!.Condition!.QuestionCode);
    }

    [Fact]
    public void ChangeQuestion_OtherArea_MovesItThere() => Assert.Equal(
        "MATTER SPEED CALLED REACH TRUST RELIABLE", Codes(Must(new DraftEdit.ChangeQuestion("RELIABLE", Rating("RELIABLE", "IMAGE")))));

    [Fact]
    public void ChangeQuestion_OptionThatAConditionNames_IsRefusedWithBothNames() => Refused(
        "Draft.ConditionValueUnknown(REACH, CALLED, YES)",
        new DraftEdit.ChangeQuestion("CALLED", Choice("CALLED", "MATTER") with { Options = [Option(2, "NO"), Option(3, "OFTEN")] }));

    [Fact]
    public void ChangeQuestion_ScaleOfARating_IsNeeded() =>
        Refused("Draft.ScaleInvalid(SPEED)", new DraftEdit.ChangeQuestion("SPEED", new("SPEED", QuestionKind.Scale, LocalizedText.Same("Speed"))));

    [Fact]
    public void RemoveQuestion_OthersDependOnIt_IsRefusedWithBothNames() =>
        Refused("Draft.NeededBy(CALLED, REACH)", new DraftEdit.RemoveQuestion("CALLED"));

    [Theory]
    [InlineData("REACH", 3)]
    [InlineData("CALLED", 6)]
    public void MoveQuestion_BeforeTheOneThatDecides_IsRefusedWithBothNames(string code, int place) =>
        Refused("Draft.ConditionNotEarlier(REACH, CALLED)", new DraftEdit.MoveQuestion(code, place));

    [Fact]
    public void MoveQuestion_ToAPlace_StandsThere() =>
        Assert.Equal("MATTER TRUST SPEED RELIABLE CALLED REACH", Codes(Must(new DraftEdit.MoveQuestion("TRUST", 2))));

    [Fact]
    public void SetCondition_OnEachOther_IsACircle() =>
        Refused("Draft.ConditionCircle(MATTER, CALLED)", new DraftEdit.SetCondition("MATTER", new("CALLED", ConditionOperator.AnyOf, ["YES"])));

    [Fact]
    public void SetCondition_OnItself_IsACircle() =>
        Refused("Draft.ConditionCircle(TRUST, TRUST)", new DraftEdit.SetCondition("TRUST", new("TRUST", ConditionOperator.Answered, [])));

    [Theory]
    [InlineData("", ConditionOperator.AnyOf, "YES", "Draft.ConditionWithoutQuestion(SPEED)")]
    [InlineData("NOBODY", ConditionOperator.AnyOf, "YES", "Draft.ConditionUnknown(SPEED, NOBODY)")]
    [InlineData("TRUST", ConditionOperator.AnyOf, "7", "Draft.ConditionNotEarlier(SPEED, TRUST)")]
    [InlineData("MATTER", ConditionOperator.AnyOf, "MAYBE", "Draft.ConditionValueUnknown(SPEED, MATTER, MAYBE)")]
    [InlineData("MATTER", ConditionOperator.AnyOf, null, "Draft.ConditionValuesInvalid(SPEED, MATTER)")]
    [InlineData("MATTER", ConditionOperator.Answered, "YES", "Draft.ConditionValuesInvalid(SPEED, MATTER)")]
    public void SetCondition_ThatCannotBe_IsRefused(string other, ConditionOperator way, string? value, string error) =>
        Refused(error, new DraftEdit.SetCondition("SPEED", new(other, way, value is null ? [] : [value])));

    [Fact]
    public void MoveArea_WithItsQuestions_StandsBeforeTheNext()
    {
        var moved = Must(new DraftEdit.MoveArea("IMAGE", 1));
        Assert.Equal("IMAGE HANDLING PHONE", string.Join(' ', moved.Areas.Select(area => area.Code)));
        Assert.Equal("MATTER TRUST SPEED RELIABLE CALLED REACH", Codes(moved));
    }

    [Fact]
    public void MoveArea_ToTheEnd_StandsBehindTheOthers() =>
        Assert.Equal("MATTER CALLED REACH TRUST SPEED RELIABLE", Codes(Must(new DraftEdit.MoveArea("HANDLING", 3))));

    [Fact]
    public void RemoveArea_WithQuestions_IsRefused() => Refused("Draft.AreaInUse(PHONE, REACH)", new DraftEdit.RemoveArea("PHONE"));

    [Fact]
    public void SetText_OfTheSource_MakesItsTranslationsStaleUntilTheyAreSeenTo()
    {
        var key = TextKey.Of("SPEED", TextPart.Question);
        var edited = Must(new DraftEdit.SetText(key, "fi", "Nopeus"));
        Assert.Equal("da:Stale en:Stale fi:Current sv:Stale", States(edited, key));

        edited = Must(new DraftEdit.SetText(key, "sv", "Snabbhet"), edited);
        edited = Must(new DraftEdit.ConfirmTranslation(key, "en"), edited);
        edited = Must(new DraftEdit.SetText(key, "da", ""), edited);
        Assert.Equal("da:Missing en:Current fi:Current sv:Current", States(edited, key));
    }

    [Fact]
    public void ChangeQuestion_SourceTextOfAnOption_MakesItsTranslationsStale()
    {
        var matter = Draft.Find("MATTER")!;
        var label = LocalizedText.Of(matter.Options[0].Label.Texts.SetItem("fi", "Kyllä"));
        var edited = Must(new DraftEdit.ChangeQuestion("MATTER", matter with { Options = [matter.Options[0] with { Label = label }, matter.Options[1]] }));
        Assert.Equal("da:Stale en:Stale fi:Current sv:Stale", States(edited, TextKey.Option("MATTER", "YES")));
        Assert.Equal("da:Current en:Current fi:Current sv:Current", States(edited, TextKey.Option("MATTER", "NO")));
    }

    [Fact]
    public void ChangeSettings_SourceNotAmongTheLanguages_IsRefused() =>
        Refused("Draft.SettingsInvalid", new DraftEdit.ChangeSettings(new() { Languages = ["sv"], SourceLanguage = "fi" }));

    [Fact]
    public void TextKey_Written_IsReadBack()
    {
        foreach (var key in new[] { TextKey.Area("PHONE"), TextKey.Of("SPEED", TextPart.Lead), TextKey.Option("MATTER", "YES") })
        {
            Assert.True(TextKey.TryParse(key.ToString(), out var read));
            Assert.Equal(key, read);
        }

        Assert.All(["", "Question", "Question.1", "Option.MATTER", "Question.A.B", "2.SPEED", "Nothing.SPEED"], text => Assert.False(TextKey.TryParse(text, out _)));
    }

    private static QuestionnaireDraft Must(DraftEdit edit, QuestionnaireDraft? draft = null) => (draft ?? Draft).Apply(edit).Value;

    private static void Refused(string error, DraftEdit edit) => Assert.Equal(error, string.Join("; ", Draft.Apply(edit).Errors));

    private static string Codes(QuestionnaireDraft draft) => string.Join(' ', draft.Questions.Select(question => question.Code));

    private static string States(QuestionnaireDraft draft, TextKey key) => string.Join(
        ' ', draft.Texts().Single(text => text.Key == key).States.Select(state => $"{state.Key}:{state.Value}"));

    private static QuestionContent Rating(string code, string area) => new(code, QuestionKind.Scale, LocalizedText.Same(code))
    {
        AreaCode = area, Scale = AnswerScale.OneToSeven,
    };

    private static QuestionContent Choice(string code, string? shownIf = null) => new(code, QuestionKind.Single, LocalizedText.Same(code))
    {
        Options = [Option(1, "YES"), Option(2, "NO")],
        Condition = shownIf is null ? null : new(shownIf, ConditionOperator.AnyOf, ["YES"]),
    };

    private static AnswerOption Option(int number, string code) => new(number, code, LocalizedText.Same(code));
}
