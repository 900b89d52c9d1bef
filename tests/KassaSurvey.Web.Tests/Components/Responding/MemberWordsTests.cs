using System.Reflection;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Resources;

namespace KassaSurvey.Web.Tests.Components.Responding;

public sealed class MemberWordsTests
{
    private static readonly Question Asked = Question.Create(
        NewId.Of<WaveId>(), 1, new("Q", QuestionKind.Multiple, LocalizedText.Same("?"))
        {
            Options = [new(1, "NONE", LocalizedText.Of("Ei mitään", "Inget", "Intet", "None"), IsExclusive: true)],
        });

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void EveryKey_HasItsOwnTextInTheLanguage(string language)
    {
        var words = MemberWords.In(language);
        var keys = typeof(RespondingTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.All(keys, key => Assert.NotEmpty(words[key]));
        var same = keys.Count(key => words[key] == MemberWords.In(Languages.English)[key]);
        Assert.InRange(same, language == Languages.English ? keys.Count : 0, language == Languages.English ? keys.Count : 3);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void EveryFieldError_IsSaidInTheLanguage(string language)
    {
        var words = MemberWords.In(language);
        Error[] errors =
        [
            RespondingErrors.NotAChoice, RespondingErrors.NotANumber, RespondingErrors.OutOfRange(1, 7), RespondingErrors.TooManyChoices(2),
            RespondingErrors.TooLong(2000, 2003), RespondingErrors.ExclusiveWithOthers("NONE"),
        ];

        var said = errors.Select(error => words.Say(error, Asked)).ToList();

        Assert.Equal(errors.Length, said.Distinct().Count());
        Assert.All(said, sentence => Assert.DoesNotContain('{', sentence));
        Assert.Contains("7", said[2], StringComparison.Ordinal);
        Assert.Contains(words[Asked.Options[0].Label], said[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Languages.Finnish, "sunnuntai 20. joulukuuta 2026")]
    [InlineData(Languages.Swedish, "20 december 2026")]
    [InlineData(Languages.Danish, "søndag den 20. december 2026")]
    [InlineData(Languages.English, "20 December 2026")]
    public void Day_IsWrittenAsPeopleWriteIt(string language, string expected) =>
        Assert.Contains(expected, MemberWords.In(language).Day(new(2026, 12, 20)), StringComparison.Ordinal);
}
