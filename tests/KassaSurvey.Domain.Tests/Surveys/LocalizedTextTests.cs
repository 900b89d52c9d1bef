using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class LocalizedTextTests
{
    [Theory]
    [InlineData("fi", "Hei")]
    [InlineData("sv", "Hej")]
    [InlineData("da", "Hello")]
    [InlineData("de", "Hello")]
    public void In_LanguageWithoutText_FallsBackToEnglish(string language, string expected)
    {
        var text = LocalizedText.Of([new("fi", "Hei"), new("sv", "Hej"), new("en", "Hello")]);

        Assert.Equal(expected, text.In(language));
    }

    [Fact]
    public void In_NeitherLanguageNorEnglish_GivesAnyTextThereIs() =>
        Assert.Equal("Hej", LocalizedText.Of([new("sv", "Hej")]).In(Languages.Finnish));

    [Fact]
    public void In_Empty_IsEmptyInEveryLanguage() =>
        Assert.All(Languages.All, language => Assert.Equal("", LocalizedText.Empty.In(language)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Of_BlankText_CountsAsNone(string blank)
    {
        var text = LocalizedText.Of([new("fi", blank), new("en", "Hello")]);

        Assert.False(text.Has("fi"));
        Assert.Equal("Hello", text.In("fi"));
    }

    [Fact]
    public void Of_UnknownLanguage_Throws() =>
        Assert.Throws<ArgumentException>(() => LocalizedText.Of([new("de", "Hallo")]));

    [Fact]
    public void Equals_SameWordsInOtherOrder_IsEqual()
    {
        var one = LocalizedText.Of([new("fi", "Hei"), new("en", "Hello")]);
        var other = LocalizedText.Of([new("en", "Hello"), new("fi", "Hei")]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, LocalizedText.Of([new("en", "Hello")]));
    }

    [Fact]
    public void Same_HasEveryLanguage() => Assert.All(Languages.All, language => Assert.True(LocalizedText.Same("X").Has(language)));
}
