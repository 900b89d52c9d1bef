using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Questionnaires;

/// <summary>
/// The short questionnaire about one contact, in four languages: ease, result, feeling, overall grade and a comment. Questions that the
/// yearly questionnaire asks too have its codes and words.
/// </summary>
public static class AfterContactQuestionnaire
{
    /// <summary>The name of a survey made from it.</summary>
    public static LocalizedText DefaultName { get; } = LocalizedText.Of(
        "Kysely asioinnin jälkeen", "Enkät efter kontakten", "Spørgeskema efter kontakten", "Survey after contact");

    /// <summary>Its service areas in order: the yearly ones of the same code.</summary>
    public static ImmutableArray<WaveArea> Areas { get; } =
    [
        .. BuiltInQuestionnaire.Areas.Where(area => area.Code is "OVERALL" or "EXPERIENCE").Select(area => new WaveArea(area.Code, area.Name)),
    ];

    /// <summary>Its questions in order.</summary>
    public static ImmutableArray<QuestionContent> Questions { get; } =
    [
        Yearly("EFFORT"),
        Yearly("EFFORT", "HELPED") with
        {
            Dimension = ExperienceDimension.Efficiency,
            Text = LocalizedText.Of(
                "Sain asiaani avun, jota tarvitsin.", "Jag fick den hjälp jag behövde.", "Jeg fik den hjælp, jeg havde brug for.",
                "I got the help I needed."),
        },
        Yearly("FEELING"),
        Yearly(Survey.OverallCode) with
        {
            Text = LocalizedText.Of(
                "Minkä kokonaisarvosanan annat saamastasi palvelusta?", "Vilket helhetsbetyg ger du servicen du fick?",
                "Hvilken samlet karakter giver du den service, du fik?", "What overall grade do you give the service you got?"),
        },
        new("COMMENT", QuestionKind.OpenText, LocalizedText.Of(
            "Mikä onnistui, mitä pitäisi parantaa? Älä kirjoita nimiä, henkilötunnuksia äläkä terveystietoja.",
            "Vad var bra, vad ska bli bättre? Skriv inte namn, personnummer eller uppgifter om hälsa.",
            "Hvad gik godt, hvad skal blive bedre? Skriv ikke navne, CPR-numre eller oplysninger om helbred.",
            "What went well, what should be better? Please do not write names, personal identity numbers or health details."))
        {
            MaximumLength = 2000,
        },
    ];

    private static QuestionContent Yearly(string code, string? named = null)
    {
        // Everybody who is asked had a contact: the yearly question's condition falls away.
        var yearly = BuiltInQuestionnaire.Find(code)!;
        return new(named ?? yearly.Code, yearly.Kind, yearly.Text)
        {
            AreaCode = yearly.AreaCode, Dimension = yearly.Dimension, Scale = yearly.Scale, AllowsCantSay = yearly.AllowsCantSay,
            MinimumLabel = yearly.MinimumLabel, MaximumLabel = yearly.MaximumLabel,
        };
    }
}
