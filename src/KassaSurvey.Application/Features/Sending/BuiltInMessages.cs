using KassaSurvey.Domain.Members;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Words of a message, with placeholders.</summary>
/// <param name="Subject">Subject or heading; empty for a text message.</param>
/// <param name="Body">The text.</param>
/// <param name="IsOwn">True when the fund wrote them.</param>
public sealed record MessageWords(string Subject, string Body, bool IsOwn);

/// <summary>The words used where a fund has not written its own.</summary>
internal static class BuiltInMessages
{
    public static MessageWords Of(int step, ContactChannels channel, string language)
    {
        var (subject, body) = (channel, step) switch
        {
            (ContactChannels.Sms, 0) => (null, MessageTexts.InvitationSms),
            (ContactChannels.Sms, _) => (null, MessageTexts.ReminderSms),
            (ContactChannels.Letter, 0) => (MessageTexts.InvitationSubject, MessageTexts.InvitationLetter),
            (ContactChannels.Letter, _) => (MessageTexts.ReminderSubject, MessageTexts.InvitationLetter),
            (_, 0) => (MessageTexts.InvitationSubject, MessageTexts.InvitationEmail),
            _ => ((string?)MessageTexts.ReminderSubject, MessageTexts.ReminderEmail),
        };
        return new(subject is null ? "" : MessageTexts.In(language, subject), MessageTexts.In(language, body), IsOwn: false);
    }
}
