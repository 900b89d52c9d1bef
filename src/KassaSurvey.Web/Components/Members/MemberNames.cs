using System.Globalization;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Members;

/// <summary>Standings, ways and acts in the reader's words.</summary>
internal static class MemberNames
{
    /// <summary>The reader's numbers and days.</summary>
    public static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The standings that a person can be given, in their order.</summary>
    public static IReadOnlyList<MemberStanding> Standings { get; } =
        [MemberStanding.Active, MemberStanding.Left, MemberStanding.Deceased, MemberStanding.Protected];

    /// <summary>Where a member stands.</summary>
    public static string Of(this IStringLocalizer<MembersTexts> texts, MemberStanding standing) => texts[standing switch
    {
        MemberStanding.Active => MembersTexts.StandingActive,
        MemberStanding.Left => MembersTexts.StandingLeft,
        MemberStanding.Deceased => MembersTexts.StandingDeceased,
        _ => MembersTexts.StandingProtected,
    }];

    /// <summary>The name of a way.</summary>
    public static string Of(this IStringLocalizer<MembersTexts> texts, ContactChannels way) => texts[way switch
    {
        ContactChannels.Email => MembersTexts.WayEmail,
        ContactChannels.Sms => MembersTexts.WaySms,
        ContactChannels.Phone => MembersTexts.WayPhone,
        _ => MembersTexts.WayLetter,
    }];

    /// <summary>Whether a way may be used.</summary>
    public static string Of(this IStringLocalizer<MembersTexts> texts, WayState state) => texts[state switch
    {
        WayState.Usable => MembersTexts.StateUsable,
        WayState.Refused => MembersTexts.StateRefused,
        WayState.Failed => MembersTexts.StateFailed,
        WayState.NotActive => MembersTexts.StateNotActive,
        _ => MembersTexts.StateUnknown,
    }];

    /// <summary>Where an invitation stands.</summary>
    public static string Of(this IStringLocalizer<MembersTexts> texts, ShownStatus status) => texts[status switch
    {
        ShownStatus.Answered => MembersTexts.ShownAnswered,
        ShownStatus.NotAnswered => MembersTexts.ShownNotAnswered,
        ShownStatus.OptedOut => MembersTexts.ShownOptedOut,
        _ => MembersTexts.ShownAsked,
    }];

    /// <summary>What was done.</summary>
    public static string Of(this IStringLocalizer<MembersTexts> texts, AuditAct act) => texts[$"Act{act}"];

    /// <summary>A day, or that it is not known.</summary>
    public static string Day(this IStringLocalizer<MembersTexts> texts, DateOnly? day) => day is { } known ? Numbers.Day(known) : texts[MembersTexts.NotKnown];
}
