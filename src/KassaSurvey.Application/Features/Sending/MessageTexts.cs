using System.Globalization;
using System.Resources;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>The built-in words of messages to members, in four languages.</summary>
public static class MessageTexts
{
    public const string InvitationSubject = nameof(InvitationSubject);
    public const string InvitationEmail = nameof(InvitationEmail);
    public const string ReminderSubject = nameof(ReminderSubject);
    public const string ReminderEmail = nameof(ReminderEmail);
    public const string InvitationSms = nameof(InvitationSms);
    public const string ReminderSms = nameof(ReminderSms);
    public const string InvitationLetter = nameof(InvitationLetter);
    public const string AnswerButton = nameof(AnswerButton);
    public const string UnsubscribeLink = nameof(UnsubscribeLink);
    public const string TestMark = nameof(TestMark);

    private static readonly ResourceManager Texts = new(typeof(MessageTexts));

    /// <summary>The text of a key.</summary>
    public static string In(string language, string key) =>
        Texts.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new ArgumentException($"No text '{key}'.", nameof(key));
}
