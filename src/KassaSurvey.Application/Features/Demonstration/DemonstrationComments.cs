using KassaSurvey.Domain.Responding;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>Gives some made-up respondents words of their own: how content they are, and what they wish for. Same seed, same words.</summary>
internal static class DemonstrationComments
{
    private const string Code = "OPEN_DEV";
    private const double Share = 0.22;

    private static readonly Dictionary<string, (string[] Content, string[] Neutral, string[] Unhappy, string[] Wishes)> Words = new(StringComparer.Ordinal)
    {
        ["fi"] = (
            ["Kiitos hyvästä palvelusta.", "Kaikki sujui hyvin.", "Ystävällinen henkilökunta.", "Päätös tuli nopeasti, kiitos.", "Asiantunteva neuvonta."],
            ["Pääosin toimii.", "Ihan hyvä palvelu, mutta parannettavaa on.", "Perusasiat kunnossa."],
            ["Odotin päätöstä liian kauan.", "En saanut ketään kiinni puhelimella.", "Ohjeet olivat sekavia."],
            [
                "Puhelinpalvelun jonotusaika lyhyemmäksi.", "Soittopyyntö, ettei tarvitse jonottaa.", "Hakemuksen etenemisestä voisi saada tekstiviestin.",
                "Selkeämmät ohjeet sovitellusta päivärahasta.", "Päätökseen perustelut selkokielellä.", "Sähköinen hakemus toimisi paremmin puhelimella.",
                "Chat auki myös illalla.", "Liitteiden lähettäminen helpommaksi.", "Käsittelyaika näkyviin etusivulle.", "Enemmän tietoa osa-aikatyön vaikutuksesta.",
                "Viestiin vastaus samana päivänä.", "Samat tiedot pitää täyttää joka kerta uudelleen: esitäyttö auttaisi.",
            ]),
        ["sv"] = (
            ["Tack för bra service.", "Allt gick smidigt.", "Vänlig personal."],
            ["Fungerar för det mesta."],
            ["Jag väntade för länge på beslutet."],
            ["Kortare telefonkö.", "Tydligare anvisningar om jämkad dagpenning.", "Mer service på svenska i chatten.", "Ett meddelande när ansökan har behandlats."]),
        ["en"] = (
            ["Thank you for the good service.", "Everything went smoothly.", "Friendly staff."],
            ["Works most of the time."],
            ["It took too long to get a decision."],
            ["More forms in English.", "Shorter waiting time on the phone.", "Clearer instructions for part-time work.", "Tell me where my application is."]),
    };

    /// <summary>Writes them, for those who were asked.</summary>
    public static void Write(IReadOnlyList<DemonstrationRespondent> respondents, ulong seed)
    {
        // A generator of its own: no other answer changes with the words.
        var random = new SeededGenerator(seed ^ 0x5EED);
        foreach (var respondent in respondents.Where(_ => random.NextDouble() < Share))
        {
            var words = Words[respondent.Language];
            var opening = respondent.Contentment > 0.3 ? words.Content : respondent.Contentment < -0.9 ? words.Unhappy : words.Neutral;
            var text = random.NextInt(3) switch
            {
                0 => opening[random.NextInt(opening.Length)],
                1 => words.Wishes[random.NextInt(words.Wishes.Length)],
                _ => $"{opening[random.NextInt(opening.Length)]} {words.Wishes[random.NextInt(words.Wishes.Length)]}",
            };
            respondent.Answers[Code] = AnswerValue.OfText(text);
        }
    }
}
