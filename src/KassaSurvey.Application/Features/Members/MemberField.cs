using System.Collections.Frozen;

namespace KassaSurvey.Application.Features.Members;

/// <summary>What a column of a member file can hold beside segments.</summary>
internal enum MemberField
{
    Number = 1,
    Name = 2,
    Email = 3,
    Phone = 4,
    Street = 5,
    PostalCode = 6,
    City = 7,
    Language = 8,
    BirthYear = 9,
    Standing = 10,
    LeftOn = 11,
    LastContactOn = 12,
    LastContactChannel = 13,
    Refuses = 14,
}

/// <summary>The headings by which a member file names its columns, in four languages; case, spaces and marks do not matter.</summary>
internal static class MemberHeadings
{
    private static readonly FrozenDictionary<string, MemberField> Fields = new Dictionary<MemberField, string>
    {
        [MemberField.Number] = "number, member number, jäsennumero, numero, medlemsnummer, nummer",
        [MemberField.Name] = "name, nimi, namn, navn",
        [MemberField.Email] = "email, sähköposti, sähköpostiosoite, e-post, e-postadress, mail",
        [MemberField.Phone] = "phone, phone number, puhelin, puhelinnumero, telefon, telefonnummer",
        [MemberField.Street] = "street, street address, katuosoite, lähiosoite, gatuadress, adress, vej, gade, adresse",
        [MemberField.PostalCode] = "postal code, postcode, postinumero, postnummer",
        [MemberField.City] = "city, town, postitoimipaikka, kaupunki, ort, postort, stad, by, postdistrikt",
        [MemberField.Language] = "language, kieli, språk, sprog",
        [MemberField.BirthYear] = "birth year, year of birth, syntymävuosi, födelseår, fødselsår, fødeår",
        [MemberField.Standing] = "standing, status, jäsenyyden tila, tila, medlemsstatus",
        [MemberField.LeftOn] = "left on, eropäivä, eronnut, utträdesdag, utträde, udmeldt, udmeldelsesdato",
        [MemberField.LastContactOn] = "last contact date, last contact, viimeisin asiointipäivä, viimeisin asiointi, senaste kontaktdag, senaste kontakt, seneste kontaktdato, seneste kontakt",
        [MemberField.LastContactChannel] = "last contact channel, asiointikanava, viimeisin asiointikanava, kontaktkanal, senaste kontaktkanal, seneste kontaktkanal",
        [MemberField.Refuses] = "refuses, kiellot, kieltää, avböjer, frabeder sig, frabedt",
    }.SelectMany(field => field.Value.Split(','), (field, heading) => (Key: Plain(heading), field.Key))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a heading means, or null when it names a segment.</summary>
    public static MemberField? Find(string heading) => Fields.TryGetValue(Plain(heading), out var field) ? field : null;

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit));
}
