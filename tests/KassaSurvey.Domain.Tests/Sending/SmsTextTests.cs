using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Domain.Tests.Sending;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Measure_OfPlainLetters_CountsParts(int length, int parts) =>
        Assert.Equal(new(length, parts, IsUnicode: false), SmsText.Measure(new('a', length)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Measure_WithALetterOutsideTheAlphabet_CountsEachTwice(int length, int parts) =>
        Assert.Equal(new(length, parts, IsUnicode: true), SmsText.Measure(new string('a', length - 1) + "–"));

    [Fact]
    public void Measure_OfNordicLetters_StaysPlain() => Assert.Equal(new(12, 1, IsUnicode: false), SmsText.Measure("åäöÅÄÖæøÆØéÉ"));

    [Fact]
    public void Measure_OfTheExtensionTable_CountsTwo() => Assert.Equal(new(10, 1, IsUnicode: false), SmsText.Measure("€[]{}"));
}
