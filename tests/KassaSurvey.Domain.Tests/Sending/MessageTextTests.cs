using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Domain.Tests.Sending;

public sealed class MessageTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["link"] = "https://x", ["name"] = "", ["fund"] = "Kassa {{link}}" };

    [Theory]
    [InlineData("Hei {{name}}, vastaa: {{ link }}", "Hei, vastaa: https://x")]
    [InlineData("{{name}}", "")]
    [InlineData("{{fund}}", "Kassa {{link}}")]
    [InlineData("{link} {{}} {{ }}", "{link} {{}} {{ }}")]
    public void Fill_PutsValuesInOnce(string text, string filled) => Assert.Equal(filled, MessageText.Fill(text, Values));

    [Fact]
    public void Check_NamesWhatIsUnknownAndWhatIsMissing()
    {
        Assert.Equal(
            [SendingErrors.UnknownPlaceholder("linkki"), SendingErrors.MissingPlaceholder("link"), SendingErrors.MissingPlaceholder("unsubscribe")],
            MessageText.Check(ContactChannels.Email, "Hei", "Vastaa: {{linkki}}"));
        Assert.Empty(MessageText.Check(ContactChannels.Sms, "", "{{link}}"));
        Assert.Equal([SendingErrors.BadSubject(MessageText.LongestSubject)], MessageText.Check(ContactChannels.Email, "a\r\nBcc: b@example.org", "{{link}} {{unsubscribe}}"));
        Assert.Contains(SendingErrors.BadBody(MessageText.LongestBody), MessageText.Check(ContactChannels.Sms, "", ""));
    }

    [Fact]
    public void Check_TheCodeOfALetter_IsAllowedInLettersOnly()
    {
        Assert.Empty(MessageText.Check(ContactChannels.Letter, "Kysely", "{{link}} {{code}}"));
        Assert.Equal([SendingErrors.OnlyInLetters("code")], MessageText.Check(ContactChannels.Sms, "", "{{link}} {{code}}"));
        Assert.Equal([SendingErrors.OnlyInLetters("code")], MessageText.Check(ContactChannels.Email, "{{code}}", "{{link}} {{unsubscribe}}"));
    }
}
