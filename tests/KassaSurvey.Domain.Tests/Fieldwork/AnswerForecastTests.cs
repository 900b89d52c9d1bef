using KassaSurvey.Domain.Fieldwork;

namespace KassaSurvey.Domain.Tests.Fieldwork;

public sealed class AnswerForecastTests
{
    private static readonly (int, long)[] Earlier = [(0, 200), (1, 100), (5, 60), (10, 40)];

    [Theory]
    [InlineData(0, 200, 400)]
    [InlineData(4, 150, 200)]
    [InlineData(9, 180, 200)]
    [InlineData(30, 180, 180)]
    public void Of_SameCourse_DividesByTheShareOfThatDay(int day, long soFar, long expected) =>
        Assert.Equal(new AnswerForecast(expected, 2025), AnswerForecast.Of(soFar, day, 2025, Earlier));

    [Fact]
    public void Of_NothingToGoBy_SaysNothing()
    {
        Assert.Null(AnswerForecast.Of(0, 5, 2025, Earlier));
        Assert.Null(AnswerForecast.Of(50, 5, 2025, [(0, 99)]));
        Assert.Null(AnswerForecast.Of(50, 0, 2025, [(0, 5), (3, 195)]));
        Assert.Null(AnswerForecast.Of(50, 0, 2025, []));
    }
}
