using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Narrative;

/// <summary>The narrative of <see cref="Testing.ReportedYear"/> as it must read, a sentence a line.</summary>
internal static class GoldenNarratives
{
    public static string In(string language) => language switch
    {
        Languages.Finnish => Finnish,
        Languages.Swedish => Swedish,
        Languages.Danish => Danish,
        _ => English,
    };

    // ~ stands for a no-break space.
    private const string English = """
        Members graded the service 6.23 on a scale of 1–7: better than in 2019 (6.02).
        It is the best result of all comparable years since 2011.
        The best grades went to reliability of processing (6.41) and service attitude (6.37).
        The lowest grade went to reach of the telephone service (5.38).
        10 of 12 areas of service improved from 2019: service attitude, reach of the telephone service, speed of replies to messages, expertise of the staff, reliability of processing, information on the progress of the application, clarity of instructions, ease of filling in the application, clarity of decisions and findability of information on the website.
        Most improved was service attitude (+0.39).
        Unchanged from 2019: processing speed and ease of the online service.
        51.9% of the respondents had been in contact with the fund’s member service.
        Where members see most to develop: Phone service (33.7%) and Application handling (21.4%).
        Of 3,900 invited members 1,025 answered: a response rate of 26.3%.
        Every answer counts the same.
        A change is called one when it is beyond chance at the 5% level, corrected for the number of comparisons; “unchanged” means that the change has been shown to be less than 2.5 index points (0.15 on a scale of 1–7).
        """;

    // ~ stands for a no-break space.
    private const string Finnish = """
        Jäsenet antoivat palvelulle arvosanan 6,23 asteikolla 1–7: parempi kuin vuonna 2019 (6,02).
        Tulos on paras kaikista vertailukelpoisista vuosista vuodesta 2011 alkaen.
        Parhaat arvosanat saivat käsittelyn luotettavuus (6,41) ja palvelualttius (6,37).
        Heikoimman arvosanan sai puhelinpalvelun tavoitettavuus (5,38).
        Palvelun 12 osa-alueesta 10 parani vuoteen 2019 verrattuna: palvelualttius, puhelinpalvelun tavoitettavuus, viesteihin vastaamisen nopeus, henkilöstön asiantuntemus, käsittelyn luotettavuus, tieto hakemuksen vaiheesta, ohjeiden selkeys, hakemuksen täyttämisen helppous, päätöksen ymmärrettävyys ja tiedon löytyminen verkkosivuilta.
        Eniten parani palvelualttius (+0,39).
        Ennallaan vuoteen 2019 verrattuna: käsittelyn nopeus ja sähköisen asioinnin helppous.
        Vastaajista 51,9~% oli ollut yhteydessä kassan asiakaspalveluun.
        Eniten kehitettävää jäsenet näkevät näissä: Puhelinpalvelu (33,7~%) ja Hakemusten käsittely (21,4~%).
        Kysely lähetettiin 3~900 jäsenelle ja siihen vastasi 1~025; vastausosuus oli 26,3~%.
        Jokaisella vastauksella on sama paino.
        Muutoksena pidetään eroa, joka ei selity sattumalla (5~%:n riskitaso, korjattu vertailujen määrällä); ”ennallaan” tarkoittaa, että muutoksen on osoitettu olevan alle 2,5 indeksipistettä (0,15 asteikolla 1–7).
        """;

    // ~ stands for a no-break space.
    private const string Swedish = """
        Medlemmarna gav servicen betyget 6,23 på skalan 1–7: bättre än 2019 (6,02).
        Det är det bästa resultatet av alla jämförbara år sedan 2011.
        Högst betyg fick tillförlitligheten i handläggningen (6,41) och bemötandet (6,37).
        Lägst betyg fick telefonservicens tillgänglighet (5,38).
        10 av 12 delar av servicen förbättrades jämfört med 2019: bemötandet, telefonservicens tillgänglighet, snabbheten i svar på meddelanden, personalens kunskap, tillförlitligheten i handläggningen, beskeden om hur långt ärendet kommit, instruktionernas tydlighet, enkelheten att fylla i ansökan, beslutens begriplighet och möjligheten att hitta information på webbplatsen.
        Mest förbättrades bemötandet (+0,39).
        Oförändrat jämfört med 2019: snabbheten i handläggningen och enkelheten i e-tjänsterna.
        51,9~% av de svarande hade varit i kontakt med kassans medlemsservice.
        Mest att utveckla ser medlemmarna här: Telefon (33,7~%) och Handläggning av ansökan (21,4~%).
        Av 3~900 inbjudna medlemmar svarade 1~025: svarsfrekvensen var 26,3~%.
        Alla svar väger lika.
        Som förändring räknas en skillnad som inte kan förklaras av slumpen (5~procents nivå, korrigerad för antalet jämförelser); ”oförändrat” betyder att förändringen har visats vara mindre än 2,5 indexenheter (0,15 på skalan 1–7).
        """;

    // ~ stands for a no-break space.
    private const string Danish = """
        Medlemmerne gav servicen karakteren 6,23 på skalaen 1–7: bedre end i 2019 (6,02).
        Det er det bedste resultat af alle sammenlignelige år siden 2011.
        De højeste karakterer fik pålideligheden i sagsbehandlingen (6,41) og imødekommenheden (6,37).
        Den laveste karakter fik telefonservicens tilgængelighed (5,38).
        10 af 12 dele af servicen blev bedre end i 2019: imødekommenheden, telefonservicens tilgængelighed, hurtigheden i svar på beskeder, medarbejdernes faglige viden, pålideligheden i sagsbehandlingen, beskeden om sagens gang, vejledningens tydelighed, ansøgningens enkelhed, afgørelsernes forståelighed og muligheden for at finde information på hjemmesiden.
        Mest forbedret blev imødekommenheden (+0,39).
        Uændret i forhold til 2019: hurtigheden i sagsbehandlingen og selvbetjeningens brugervenlighed.
        51,9~% af dem, der svarede, havde været i kontakt med a-kassens medlemsservice.
        Her ser medlemmerne mest at udvikle: Telefon (33,7~%) og Sagsbehandling (21,4~%).
        Af 3.900 inviterede medlemmer svarede 1.025: svarprocenten var 26,3~%.
        Alle svar tæller lige meget.
        Som ændring regnes en forskel, der ikke kan forklares af tilfældigheder (5~procents niveau, korrigeret for antallet af sammenligninger); »uændret« betyder, at ændringen er vist at være mindre end 2,5 indekspoint (0,15 på skalaen 1–7).
        """;
}
