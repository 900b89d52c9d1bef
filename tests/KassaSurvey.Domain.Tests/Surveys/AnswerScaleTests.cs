using FsCheck.Xunit;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Tests.Surveys;

public class AnswerScaleTests
{
    [Theory]
    [InlineData(1, 7, 6.23, 87.166666666666667)]
    [InlineData(1, 6, 5.10, 82)]
    [InlineData(0, 10, 8.5, 85)]
    [InlineData(1, 10, 5.5, 50)]
    public void ToIndex_KnownMean_GivesPublishedIndex(int low, int high, double mean, double index) =>
        Assert.Equal(index, new AnswerScale(low, high).ToIndex(mean), 12);

    [Fact]
    public void FromIndexPoints_DefaultMargin_IsFifteenHundredthsOnOneToSeven() =>
        Assert.Equal(0.15, AnswerScale.OneToSeven.FromIndexPoints(Wave.DefaultMarginIndexPoints), 12);

    [Property]
    public void ToIndex_Ends_AreZeroAndHundredOnEveryScale(byte first, byte second)
    {
        var (low, high) = (Math.Min(first % 101, second % 101), Math.Max(first % 101, second % 101));
        if (low == high)
        {
            return;
        }

        var scale = new AnswerScale(low, high);
        Assert.Equal(0, scale.ToIndex(low), 10);
        Assert.Equal(100, scale.ToIndex(high), 10);
        Assert.Equal(scale.Width, scale.FromIndexPoints(100), 10);
        Assert.False(scale.Contains(low - 1));
        Assert.False(scale.Contains(high + 1));
    }

    [Property]
    public void TryParse_OwnText_ReadsItself(byte first, byte second)
    {
        if (!AnswerScale.IsValid(first, second))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerScale(first, second));
            return;
        }

        var scale = new AnswerScale(first, second);
        Assert.True(AnswerScale.TryParse(scale.ToString(), out var read));
        Assert.Equal(scale, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7-1")]
    [InlineData("1-1")]
    [InlineData("-1-7")]
    [InlineData("1-7-9")]
    [InlineData("1-101")]
    [InlineData("a-b")]
    [InlineData("1.5-7")]
    [InlineData("1–7")]
    [InlineData("99999999999-7")]
    public void TryParse_NotAScale_IsRefused(string? text) => Assert.False(AnswerScale.TryParse(text, out _));

    [Fact]
    public void TryParse_Spaces_AreForgiven()
    {
        Assert.True(AnswerScale.TryParse(" 1 - 10 ", out var scale));
        Assert.Equal(new AnswerScale(1, 10), scale);
    }
}
