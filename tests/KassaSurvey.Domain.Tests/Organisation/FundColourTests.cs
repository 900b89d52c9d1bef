using FsCheck.Xunit;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Domain.Tests.Organisation;

public class FundColourTests
{
    // Reference values: WCAG's own worked pair (black on white is 21) and the grey that just passes, #767676.
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#0000ff", 8.59)]
    public void Contrast_OnWhite_IsThatOfWcag(string text, double expected) =>
        Assert.Equal(expected, FundColour.Parse(text).Value.ContrastOnWhite, 0.01);

    [Theory]
    [InlineData("#777777")]
    [InlineData("#ffd500")]
    [InlineData("#ffffff")]
    public void Parse_ColourThatWhiteTextCannotStandOn_IsRefusedWithItsContrast(string text) =>
        Assert.Equal("Face.TooPale", Assert.Single(FundColour.Parse(text).Errors).Code);

    [Theory]
    [InlineData("")]
    [InlineData("17506b")]
    [InlineData("#17506")]
    [InlineData("#17506bff")]
    [InlineData("#gg506b")]
    [InlineData("#+7506b")]
    [InlineData("red;}body{display:none}")]
    public void Parse_AnythingElse_IsRefused(string text) =>
        Assert.Equal(FaceErrors.NotAColour, Assert.Single(FundColour.Parse(text).Errors));

    [Property(MaxTest = 2000)]
    public void Tones_OfEveryAcceptedColour_KeepTheContrastOfText(byte red, byte green, byte blue)
    {
        var colour = new FundColour(red, green, blue);
        if (!colour.IsDarkEnough)
        {
            return;
        }

        Assert.True(colour.OnPaper.ContrastWith(FundColour.Paper) >= FundColour.LeastContrast, $"{colour} as a link is {colour.OnPaper}");
        Assert.True(colour.InDark.ContrastWith(FundColour.DarkCard) >= FundColour.LeastContrast, $"{colour} in the dark is {colour.InDark}");
    }

    [Fact]
    public void Colour_WrittenAndRead_IsTheSame() => Assert.Equal("#17506b", FundColour.Parse("#17506B").Value.ToString());
}
