using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>A fund's own words for one step, way and language of a wave. Where there is none, the built-in words are used.</summary>
public sealed class MessageTemplate : IFundOwned
{
    private MessageTemplate()
    {
    }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The step: 0 is the invitation.</summary>
    public int Step { get; private set; }

    /// <summary>The way.</summary>
    public ContactChannels Channel { get; private set; }

    /// <summary>The language.</summary>
    public string Language { get; private set; } = Languages.Finnish;

    /// <summary>Subject of an e-mail, heading of a letter; empty for a text message.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The text: paragraphs parted by blank lines.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Makes an empty template.</summary>
    public static MessageTemplate Create(FundId fund, WaveId wave, int step, ContactChannels channel, string language) => new()
    {
        FundId = fund, WaveId = wave, Step = step, Channel = channel, Language = language,
    };

    /// <summary>Sets the words.</summary>
    /// <returns>Done, or everything that is wrong with them.</returns>
    public Result Write(string subject, string body)
    {
        var text = body.ReplaceLineEndings("\n").Trim();
        var line = Channel == ContactChannels.Sms ? "" : subject.Trim();
        var errors = MessageText.Check(Channel, line, text);
        if (errors.Count > 0)
        {
            return Result.Failed(errors);
        }

        (Subject, Body) = (line, text);
        return Result.Done;
    }
}
