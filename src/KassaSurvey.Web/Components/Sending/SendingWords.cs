using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>Steps, ways and standings in the reader's words.</summary>
internal static class SendingWords
{
    /// <summary>The reader's numbers and days.</summary>
    public static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The name of a step.</summary>
    public static string Step(this IStringLocalizer<SendingTexts> texts, int step) =>
        step == 0 ? texts[SendingTexts.Invitation] : texts[SendingTexts.Reminder, step];

    /// <summary>The name of a way.</summary>
    public static string Way(this IStringLocalizer<SendingTexts> texts, ContactChannels way) => texts[way switch
    {
        ContactChannels.Email => SendingTexts.Email,
        ContactChannels.Sms => SendingTexts.Sms,
        ContactChannels.Letter => SendingTexts.Letter,
        _ => SendingTexts.NoWay,
    }];

    /// <summary>The ways of a step, the preferred first.</summary>
    public static string Ways(this IStringLocalizer<SendingTexts> texts, SendingStep step) =>
        texts[SendingTexts.Ways, string.Join(texts[SendingTexts.Then], step.Channels.Select(way => texts.Way(way).ToLower(CultureInfo.CurrentCulture)))];

    /// <summary>Where messages stand.</summary>
    public static string Status(this IStringLocalizer<SendingTexts> texts, GetSending.Tally tally) => texts.Status(tally.Status, tally.Reason);

    /// <summary>Where messages stand, whatever the reason.</summary>
    public static string Status(this IStringLocalizer<SendingTexts> texts, DeliveryStatus status) =>
        status == DeliveryStatus.Skipped ? texts[SendingTexts.NotSent] : texts.Status(status, SkipReason.None);

    /// <summary>Where a message stands, and why when it was not sent.</summary>
    public static string Status(this IStringLocalizer<SendingTexts> texts, DeliveryStatus status, SkipReason reason) => status switch
    {
        DeliveryStatus.Sending => texts[SendingTexts.StatusSending],
        DeliveryStatus.Sent => texts[SendingTexts.StatusSent],
        DeliveryStatus.Delivered => texts[SendingTexts.StatusDelivered],
        DeliveryStatus.BouncedPermanently => texts[SendingTexts.StatusBouncedPermanently],
        DeliveryStatus.BouncedTemporarily => texts[SendingTexts.StatusBouncedTemporarily],
        DeliveryStatus.OptedOut => texts[SendingTexts.StatusOptedOut],
        DeliveryStatus.Skipped => texts[SendingTexts.StatusSkipped, texts.Reason(reason)],
        DeliveryStatus.Failed => texts[SendingTexts.StatusFailed],
        _ => texts[SendingTexts.StatusPlanned],
    };

    /// <summary>Why nothing is sent.</summary>
    public static string Reason(this IStringLocalizer<SendingTexts> texts, SkipReason reason) => texts[reason switch
    {
        SkipReason.Answered => SendingTexts.ReasonAnswered,
        SkipReason.OptedOut => SendingTexts.ReasonOptedOut,
        SkipReason.NotActive => SendingTexts.ReasonNotActive,
        SkipReason.WaveClosed => SendingTexts.ReasonWaveClosed,
        _ => SendingTexts.ReasonNoChannel,
    }];

    /// <summary>A moment in the fund's own time.</summary>
    public static string Moment(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return $"{Numbers.Day(DateOnly.FromDateTime(local))} {Clock(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>Hour and minute on a clock of 24 hours.</summary>
    private static string Clock(TimeOnly time) =>
        time.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "fi" or "da" ? "H.mm" : "HH:mm", CultureInfo.InvariantCulture);
}
