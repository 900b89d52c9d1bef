using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class WordingTests
{
    [Theory]
    [InlineData("How quickly the application was processed", "How quickly the application was processed", WordingDistance.None)]
    [InlineData("How quickly the application was processed", "How quickly the application was processed?", WordingDistance.Typo)]
    [InlineData("How quickly the aplication was processed", "How quickly the application was processed", WordingDistance.Typo)]
    [InlineData("How quickly the appilcation was processed", "How quickly the application was processed", WordingDistance.Typo)]
    [InlineData("Asiakas palvelun ystävällisyys", "Asiakaspalvelun ystävällisyys", WordingDistance.Typo)]
    [InlineData("hakemuksen käsittelyn nopeus", "Hakemuksen käsittelyn nopeus", WordingDistance.Typo)]
    [InlineData("Hakemuksen käsittelyn nopeus", "Hakemuksen käsittelyn luotettavuus", WordingDistance.Far)]
    [InlineData("How easy it was to reach us by phone", "How easy it was to reach us by email", WordingDistance.Far)]
    [InlineData("The fund can be trusted.", "The fund can't be trusted.", WordingDistance.Far)]
    [InlineData("Kassaan voi luottaa.", "Kassaan ei voi luottaa.", WordingDistance.Far)]
    [InlineData("Think of the past 6 months.", "Think of the past 12 months.", WordingDistance.Far)]
    [InlineData("How clear the instructions were", "How clear our written instructions were", WordingDistance.Far)]
    [InlineData("Var besked let at forstå", "Var svaret let at forstå", WordingDistance.Far)]
    public void Between_TwoWordings_TellsTyposFromOtherWordings(string one, string other, WordingDistance expected)
    {
        Assert.Equal(expected, Wording.Between(one, other));
        Assert.Equal(expected, Wording.Between(other, one));
    }
}
