using System.Collections.Immutable;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class AnswerFieldTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData(" 1 234,5 ", 1234.5)]
    [InlineData("1\u00a0234", 1234)]
    [InlineData("−3", -3)]
    public void Read_OfNumberAsPeopleWriteIt_IsTheNumber(string text, double expected) =>
        Assert.Equal(AnswerValue.OfNumber(expected), AnswerField.Read(Make(QuestionKind.Number), [text]).Value);

    [Theory]
    [InlineData("twelve")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("9999999999999")]
    [InlineData("1,234.5")]
    public void Read_OfWhatIsNoNumber_IsRefused(string text) =>
        Assert.Equal([RespondingErrors.NotANumber], AnswerField.Read(Make(QuestionKind.Number), [text]).Errors);

    [Fact]
    public void Read_OfTextAtTheLimitWithLineBreaks_CountsABreakAsOne()
    {
        var question = Make(QuestionKind.OpenText, content => content with { MaximumLength = 5 });

        Assert.Equal("ab\ncd", AnswerField.Read(question, ["ab\r\ncd"]).Value.Text);
        Assert.Equal([RespondingErrors.TooLong(5, 6)], AnswerField.Read(question, ["ab\r\ncde"]).Errors);
    }

    [Fact]
    public void Read_OfCantSayWhereNotOffered_IsRefused() =>
        Assert.False(AnswerField.Read(Make(QuestionKind.Scale, content => content with { Scale = AnswerScale.OneToSeven }), ["."]).IsSuccess);

    [Fact]
    public void Read_OfTwoValuesForOneRadioGroup_IsRefused() =>
        Assert.Equal([RespondingErrors.NotAChoice], AnswerField.Read(Make(QuestionKind.YesNo), ["1", "0"]).Errors);

    [Fact]
    public void Read_OfCantSayOption_IsCantSayAndIsWrittenBackAsThatOption()
    {
        var question = Make(QuestionKind.Single, content => content with
        {
            Options = [new(1, "A", LocalizedText.Same("a")), new(2, "CANTSAY", LocalizedText.Same("?"), IsCantSay: true)],
        });

        var read = AnswerField.Read(question, ["CANTSAY"]);

        Assert.Equal(AnswerValue.CantSay, read.Value);
        Assert.Equal(["CANTSAY"], AnswerField.Write(question, read.Value));
    }

    [Fact]
    public void Write_OfEachKind_IsReadBackAsTheSame()
    {
        ImmutableArray<AnswerOption> options = [new(1, "A", LocalizedText.Same("a")), new(2, "B", LocalizedText.Same("b"))];
        (Question, AnswerValue)[] cases =
        [
            (Make(QuestionKind.Scale, content => content with { Scale = AnswerScale.OneToSeven, AllowsCantSay = true }), AnswerValue.Of(3)),
            (Make(QuestionKind.Scale, content => content with { Scale = AnswerScale.OneToSeven, AllowsCantSay = true }), AnswerValue.CantSay),
            (Make(QuestionKind.Recommendation), AnswerValue.Of(0)),
            (Make(QuestionKind.YesNo), AnswerValue.Of(0)),
            (Make(QuestionKind.Single, content => content with { Options = options }), AnswerValue.Of(2)),
            (Make(QuestionKind.Multiple, content => content with { Options = options }), AnswerValue.OfChoices([1, 2])),
            (Make(QuestionKind.Multiple, content => content with { Options = options, AllowsCantSay = true }), AnswerValue.CantSay),
            (Make(QuestionKind.Number), AnswerValue.OfNumber(-0.25)),
            (Make(QuestionKind.OpenText), AnswerValue.OfText("Hyvä!\n<b>")),
            (Make(QuestionKind.OpenText), AnswerValue.LeftEmpty),
        ];

        Assert.All(cases, each => Assert.Equal(each.Item2, AnswerField.Read(each.Item1, AnswerField.Write(each.Item1, each.Item2)).Value));
    }

    private static Question Make(QuestionKind kind, Func<QuestionContent, QuestionContent>? change = null)
    {
        var content = new QuestionContent("Q", kind, LocalizedText.Same("?"));
        return Question.Create(NewId.Of<WaveId>(), 1, change?.Invoke(content) ?? content);
    }
}
