using System.Collections.Frozen;
using KassaSurvey.Domain.Members;

namespace KassaSurvey.Application.Features.Members;

/// <summary>The words of a member file for standings and channels, in four languages.</summary>
internal static class MemberWords
{
    private static readonly FrozenDictionary<string, MemberStanding> Standings = Words(
        (MemberStanding.Active, "active, aktiivinen, jäsen, aktiv"),
        (MemberStanding.Left, "left, eronnut, utträdd, utträtt, udmeldt"),
        (MemberStanding.Deceased, "deceased, kuollut, avliden, död, død, afdød"),
        (MemberStanding.Protected, "protected, turvakielto, skyddad, skyddade personuppgifter, beskyttet"));

    private static readonly FrozenDictionary<string, ContactChannels> Channels = Words(
        (ContactChannels.None, "none, ei mitään, inget, ingen"),
        (ContactChannels.Email, "email, e-mail, sähköposti, e-post"),
        (ContactChannels.Sms, "sms, tekstiviesti"),
        (ContactChannels.Letter, "letter, kirje, brev"),
        (ContactChannels.Phone, "phone, puhelin, telefon"),
        (ContactChannels.All, "all, kaikki, alla, alle"));

    /// <summary>The standings a file may name, in English.</summary>
    public const string KnownStandings = "active, left, deceased, protected";

    /// <summary>The channels a file may name, in English.</summary>
    public const string KnownChannels = "email, sms, letter, phone, all, none";

    /// <summary>The word of a standing, in English.</summary>
    public static string Of(MemberStanding standing) => standing switch
    {
        MemberStanding.Left => "left",
        MemberStanding.Deceased => "deceased",
        MemberStanding.Protected => "protected",
        _ => "active",
    };

    /// <summary>The words of a set of channels, in English; <c>none</c> for the empty set, so that reading it again takes a refusal back.</summary>
    public static string Of(ContactChannels refused) => refused switch
    {
        ContactChannels.None => "none",
        ContactChannels.All => "all",
        _ => string.Join(" + ", new[] { (ContactChannels.Email, "email"), (ContactChannels.Sms, "sms"), (ContactChannels.Letter, "letter"), (ContactChannels.Phone, "phone") }
            .Where(pair => refused.HasFlag(pair.Item1)).Select(pair => pair.Item2)),
    };

    /// <summary>The standing of a word.</summary>
    public static MemberStanding? Standing(string word) => Standings.TryGetValue(word, out var standing) ? standing : null;

    /// <summary>The set of channels of a list of words, or null when one is not known.</summary>
    public static ContactChannels? Refusals(string words)
    {
        var refused = ContactChannels.None;
        foreach (var word in words.Split([',', ';', '/', '|', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Channels.TryGetValue(word, out var channel))
            {
                return null;
            }

            refused |= channel;
        }

        return refused;
    }

    private static FrozenDictionary<string, T> Words<T>(params (T Meaning, string Words)[] meanings) => meanings
        .SelectMany(meaning => meaning.Words.Split(", "), (meaning, word) => (word, meaning.Meaning))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase);
}
