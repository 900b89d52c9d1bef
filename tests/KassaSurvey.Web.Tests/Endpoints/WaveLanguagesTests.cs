using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Components.Responding;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class WaveLanguagesTests
{
    [Theory]
    [InlineData("sv", "fi", "sv")]
    [InlineData("da", "fi", "fi")]
    [InlineData("da", "en", "fi")]
    [InlineData(null, "da", "fi")]
    [InlineData("xx", "sv", "sv")]
    public void Language_NotAskedIn_FallsBackToTheMembersThenTheFunds(string? wanted, string own, string spoken) =>
        Assert.Equal(spoken, FormIn(Languages.Finnish, Languages.Swedish).Speak(wanted, own));

    [Fact]
    public void Language_NeitherMembersNorFundsNorEnglish_IsTheFirstOfTheWave() =>
        Assert.Equal(Languages.Danish, FormIn(Languages.Danish, Languages.Swedish).Speak("xx", "en"));

    [Fact]
    public void Text_WithoutTranslation_SaysWhichLanguageItIs()
    {
        var text = LocalizedText.Of([new(Languages.Finnish, "Nimi")]);

        Assert.Equal(Languages.Finnish, MemberWords.In(Languages.Swedish).LangOf(text));
        Assert.Null(MemberWords.In(Languages.Finnish).LangOf(text));
        Assert.Null(MemberWords.In(Languages.Swedish).LangOf(LocalizedText.Empty));
        Assert.Equal(Languages.English, MemberWords.In(Languages.Swedish).LangOf(LocalizedText.Of([new(Languages.Finnish, "a"), new(Languages.English, "b")])));
    }

    private static SurveyForm FormIn(params string[] languages)
    {
        var fund = Domain.Organisation.Fund.Create("fund", LocalizedText.Same("Kassa"), Languages.Finnish, "");
        return new SurveyForm(
            fund.Id, new(1), 1, Application.Features.Face.PublicFace.Of(fund, null), LocalizedText.Same("Kysely"), Confidentiality.Anonymous, 5, null,
            new([]), System.Collections.Immutable.ImmutableDictionary<string, LocalizedText>.Empty) { Languages = [.. languages] };
    }
}
