using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Tests.Formatting;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("fi", "6,23", "+0,21", "\u22120,21", "51,9\u00a0%", "1\u00a0025")]
    [InlineData("sv", "6,23", "+0,21", "\u22120,21", "51,9\u00a0%", "1\u00a0025")]
    [InlineData("da", "6,23", "+0,21", "\u22120,21", "51,9\u00a0%", "1.025")]
    [InlineData("en", "6.23", "+0.21", "\u22120.21", "51.9%", "1,025")]
    public void Numbers_InEachLanguage_FollowItsRules(string language, string mean, string gain, string loss, string share, string count)
    {
        var numbers = NumberText.In(language);

        Assert.Equal(mean, numbers.Number(6.2302, 2));
        Assert.Equal(gain, numbers.Signed(0.2098, 2));
        Assert.Equal(loss, numbers.Signed(-0.2098, 2));
        Assert.Equal(share, numbers.Percent(0.519));
        Assert.Equal(count, numbers.Count(1025));
    }

    [Theory]
    [InlineData(0.004, "0.00")]
    [InlineData(-0.004, "0.00")]
    [InlineData(double.NaN, "")]
    public void Signed_OfNothing_HasNoSign(double value, string expected) => Assert.Equal(expected, NumberText.In("en").Signed(value, 2));

    [Fact]
    public void Interval_WithNegativeEnd_KeepsDashAndMinusApart()
    {
        Assert.Equal("6,18–6,28", NumberText.In("fi").Interval(new(6.18, 6.28), 2));
        Assert.Equal("\u22120,05\u00a0–\u00a00,07", NumberText.In("fi").Interval(new(-0.05, 0.07), 2));
    }

    [Fact]
    public void Scale_AndDay_AreWrittenAsInRunningText()
    {
        Assert.Equal("1–7", NumberText.Scale(AnswerScale.OneToSeven));
        Assert.Equal("22.11.2020", NumberText.In("fi").Day(new(2020, 11, 22)));
        Assert.Equal("22 November 2020", NumberText.In("en").Day(new(2020, 11, 22)));
    }

    [Fact]
    public void In_UnknownLanguage_Throws() => Assert.Throws<ArgumentException>(() => NumberText.In("de"));
}
