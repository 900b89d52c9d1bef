using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>How the demonstration fund shows itself: everything filled in, as a real fund's should be.</summary>
internal static class DemonstrationFace
{
    private const string LogoName = "demonstration-logo.png";

    private static readonly FundFaceContent Content = new(
        Colour: "#14566b",
        ContactName: "Aino Esimerkki",
        ContactPhone: "+358 20 000 0000",
        ServiceAddress: "https://esimerkkikassa.example/",
        Country: Country.Finland,
        WhyYou: LocalizedText.Of(
            "Olet kassan jäsen, ja kysymme kaikilta, jotka ovat asioineet kanssamme viimeisen vuoden aikana. Vastaaminen on vapaaehtoista eikä vaikuta jäsenyyteesi tai etuuksiisi.",
            "Du är medlem i a-kassan, och vi frågar alla som har varit i kontakt med oss det senaste året. Det är frivilligt att svara och påverkar varken ditt medlemskap eller din ersättning.",
            "Du er medlem af a-kassen, og vi spørger alle, der har været i kontakt med os det seneste år. Det er frivilligt at svare, og det har ingen betydning for dit medlemskab eller dine ydelser.",
            "You are a member of the fund, and we ask everybody who has been in touch with us in the last year. Taking part is voluntary and has no effect on your membership or benefits."),
        WhoSees: LocalizedText.Of(
            "Kassan johto ja palvelun kehittäjät näkevät tulokset, eivät sitä, kuka vastasi mitä.",
            "A-kassans ledning och de som utvecklar servicen ser resultaten, aldrig vem som svarade vad.",
            "A-kassens ledelse og de medarbejdere, der udvikler servicen, ser resultaterne, aldrig hvem der svarede hvad.",
            "The fund's management and those who develop its service see the results, never who answered what."),
        PrivacyNotice: LocalizedText.Of(
            "Rekisterinpitäjä on Esimerkkikassa. Vastauksia käytetään palvelun kehittämiseen; peruste on kassan oikeutettu etu.\nVastauksista tallennetaan päivä, kieli ja muutama taustatieto, ei IP-osoitetta eikä kellonaikaa. Lähetettyjä vastauksia ei voi yhdistää sinuun.\nVoit kysyä tietojesi käsittelystä kassalta tai tehdä valituksen tietosuojavaltuutetulle.",
            "Personuppgiftsansvarig är Exempelkassan. Svaren används för att utveckla servicen; grunden är a-kassans berättigade intresse.\nAv svaren sparas dag, språk och några bakgrundsuppgifter, ingen IP-adress och inget klockslag. Skickade svar kan inte kopplas till dig.\nDu kan fråga a-kassan om behandlingen av dina uppgifter eller klaga hos dataskyddsmyndigheten.",
            "Dataansvarlig er Eksempelkassen. Svarene bruges til at udvikle servicen; grundlaget er a-kassens legitime interesse.\nAf svarene gemmes dag, sprog og nogle baggrundsoplysninger, ingen IP-adresse og intet klokkeslæt. Sendte svar kan ikke forbindes med dig.\nDu kan spørge a-kassen om behandlingen af dine oplysninger eller klage til datatilsynet.",
            "The controller is Example Fund. Answers are used to develop the service; the legal ground is the fund's legitimate interest.\nOf the answers, the day, the language and a few background facts are stored, no IP address and no time of day. Answers that have been sent cannot be tied to you.\nYou can ask the fund about the processing of your data or complain to the data protection authority."),
        KnownDeficiencies: LocalizedText.Of(
            "Sivuja ei ole kokeiltu Windowsin suurikontrastisessa tilassa (WCAG 1.4.11).",
            "Sidorna har inte prövats i Windows högkontrastläge (WCAG 1.4.11).",
            "Siderne er ikke afprøvet i Windows' højkontrasttilstand (WCAG 1.4.11).",
            "The pages have not been tried in the high-contrast mode of Windows (WCAG 1.4.11)."),
        StatementOn: null);

    /// <summary>The face, looked through on this day.</summary>
    public static FundFace Of(Fund fund, DateOnly today)
    {
        var face = FundFace.Create(fund.Id);
        using var file = typeof(DemonstrationFace).Assembly.GetManifestResourceStream(LogoName)!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        face.ChangeLogo(LogoFile.Read(bytes).Value);
        var changed = face.Change(Content with { StatementOn = today });
        return changed.IsSuccess ? face : throw new InvalidOperationException(string.Join("; ", changed.Errors));
    }
}
