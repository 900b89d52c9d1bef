using KassaSurvey.Web.Components.Authoring;

namespace KassaSurvey.Web.Tests.Components.Authoring;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("How easy was it", "How hard was it", "How [easy] was it", "How [hard] was it")]
    [InlineData("The fund", "The whole fund", "The fund", "The [whole] fund")]
    [InlineData("One two three", "three", "[One two] three", "three")]
    [InlineData("", "New words", "", "[New words]")]
    [InlineData("Same words", "Same words", "Same words", "Same words")]
    public void Of_TwoWordings_MarksTheWordsThatOnlyOneHas(string before, string after, string markedBefore, string markedAfter)
    {
        var words = WordDifference.Of(before, after);

        Assert.Equal((markedBefore, markedAfter), (Marked(words.Before), Marked(words.After)));
    }

    [Fact]
    public void Of_VeryLongTexts_MarksThemWhole()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 500));

        Assert.True(Assert.Single(WordDifference.Of(text, text + " more").After).IsChanged);
    }

    private static string Marked(IEnumerable<WordDifference.Run> runs) =>
        string.Join(' ', runs.Select(run => run.IsChanged ? $"[{run.Text}]" : run.Text));
}
