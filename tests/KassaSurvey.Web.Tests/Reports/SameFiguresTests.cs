using System.Globalization;
using System.Net;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Commands;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>Whoever looks, wherever: the page, the PDF, the slides, the workbook, the CSV, the API and the verb's JSON say the same of the same selection.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class SameFiguresTests(DemonstrationSite site)
{
    [Theory]
    [InlineData(2020, "")]
    [InlineData(2019, "")]
    [InlineData(2020, "region:Uusimaa")]
    [InlineData(2016, "age:18-34")]
    public async Task Figures_OnPageAndInEveryFormat_AreTheSame(int year, string where)
    {
        var browser = site.Host.NewBrowser();
        await browser.SignInAsync(DemoAccounts.All.Single(account => account.Role == Role.Analyst).Email, DemoAccounts.Password);
        var query = $"?year={year}" + (where.Length > 0 ? "&where=" + Uri.EscapeDataString(where) : "");
        var document = await site.ResultsAsync(year, where);

        var page = (await browser.GetAsync("/" + query)).Document;
        var rows = page.QuerySelectorAll(".ks-table tbody tr").Select(row => row.TextContent).ToList();
        var csv = await ReportFiles.CsvAsync(browser, query);
        var workbook = await ReportFiles.WorkbookAsync(browser, query);
        var pdf = await ReportFiles.PdfAsync(browser, query);
        var deck = await ReportFiles.DeckAsync(browser, query);
        var api = await site.ApiResultsAsync(query);

        Assert.Contains(NumberText.In("en").Count(document.Responses!.Value), page.QuerySelector(".ks-population")!.TextContent, StringComparison.Ordinal);
        var rated = document.Questions.Where(question => question is { Mean: not null, Scale: not null }).ToList();
        Assert.True(rated.Count > 10);
        foreach (var question in rated)
        {
            var shown = NumberText.In("en").Number(question.Mean!.Value, Decimals.Mean);
            Assert.Contains(rows, row => row.Contains(Text(question.Code), StringComparison.Ordinal) && row.Contains(shown, StringComparison.Ordinal));
            Assert.Contains(shown, pdf, StringComparison.Ordinal);
            Assert.Contains(deck, row => row.StartsWith(Text(question.Code), StringComparison.Ordinal) && row.Contains($"|{shown}|", StringComparison.Ordinal));
            Assert.Equal((question.N!.Value, question.Mean.Value), csv[question.Code]);
            Assert.Equal((question.N.Value, question.Mean.Value), workbook[question.Code]);
            var given = api["questions"]!.AsArray().Single(asked => (string?)asked!["code"] == question.Code)!;
            Assert.Equal((question.N, question.Mean), ((long?)given["n"], (double?)given["mean"]));
        }

        // What one hides, all hide.
        Assert.Equal(document.Suppressed.Select(hidden => hidden.Code), api["suppressed"]!.AsArray().Select(hidden => (string?)hidden!["code"]));
        Assert.All(document.Suppressed, hidden => Assert.False(csv.ContainsKey(hidden.Code) || workbook.ContainsKey(hidden.Code)));
    }

    [Theory]
    [InlineData(2020, "region")]
    [InlineData(2019, "age")]
    [InlineData(2016, "benefit")]
    public async Task Groups_OnPageAndInEveryFormat_HaveTheSameFigures(int year, string segment)
    {
        var browser = await site.SignInAsync(Role.Analyst);
        var page = (await browser.GetAsync($"/groups?year={year}&by={segment}")).Document;
        var table = page.QuerySelectorAll(".ks-heat tr").Select(row => row.QuerySelectorAll("th, td").Select(ReportFiles.Shown).ToList()).ToList();
        var query = $"?year={year}&segments={segment}";
        var pdf = await ReportFiles.PdfAsync(browser, query);
        var deck = await ReportFiles.DeckAsync(browser, query);
        var matrix = await ReportFiles.SheetAsync(browser, query, "Areas x segments");

        // On the page and on slides areas are rows and groups columns, in the workbook it is the other way round.
        var groups = table[0].Skip(2).ToList();
        Assert.True(groups.Count > 1 && table.Count > 10);
        Assert.Equal(groups, matrix.Skip(1).Select(row => row["B"]));
        foreach (var (area, place) in table.Skip(1).Select((row, place) => (row, place)))
        {
            var shown = area.Skip(2).ToList();
            var column = ReportFiles.ColumnOf(3 + place);
            Assert.All(shown, figure => Assert.Contains(figure, pdf, StringComparison.Ordinal));
            Assert.Equal(shown, matrix.Skip(1).Select(row => NumberText.In("en").Number(double.Parse(row[column], CultureInfo.InvariantCulture), shown[0].Length - shown[0].IndexOf('.') - 1)));
            // The overall grade is a chart on the slides.
            Assert.True(place == 0 || deck.Exists(row => row.Replace("*", "", StringComparison.Ordinal).EndsWith("|" + string.Join('|', shown), StringComparison.Ordinal)), string.Join('|', area));
        }
    }

    [Fact]
    public async Task Groups_LeftOut_AreInNoFormat()
    {
        var browser = await site.SignInAsync(Role.Analyst);

        Assert.DoesNotContain("Results by group", await ReportFiles.PdfAsync(browser, "?year=2020&segments="), StringComparison.Ordinal);
        Assert.Contains("Results by group: Age", await ReportFiles.PdfAsync(browser, "?year=2020&segments=age"), StringComparison.Ordinal);
        Assert.DoesNotContain("Results by group", await ReportFiles.PdfAsync(browser, "?year=2020&where=region:Uusimaa"), StringComparison.Ordinal);
        Assert.DoesNotContain("as asked", await ReportFiles.PdfAsync(browser, "?year=2020&chapters=areas"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/csv?year=2020&language=fi", "Jäsentyytyväisyyskysely-2020-fi.csv")]
    [InlineData("/reports/csv?survey=member-satisfaction&year=2020&language=en", "member-satisfaction-2020-en.csv")]
    [InlineData("/reports/csv-codebook?survey=member-satisfaction&year=2020&where=region:Uusimaa&where=age:18-34&language=en", "member-satisfaction-2020-18-34-Uusimaa-en-codebook.csv")]
    public async Task FileName_SaysSurveyYearPopulationAndLanguage(string address, string expected)
    {
        var response = await (await site.SignInAsync(Role.Analyst)).Client.GetAsync(new Uri(address, UriKind.Relative));

        var named = response.Content.Headers.ContentDisposition!;
        Assert.Equal(expected, named.FileNameStar ?? named.FileName);
    }

    [Fact]
    public async Task Preview_IsShownByTheBrowser_AndKeptUnderTheSameName()
    {
        var response = await (await site.SignInAsync(Role.Manager)).Client.GetAsync(new Uri("/reports/pdf?year=2020&language=fi&preview=true", UriKind.Relative));

        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("inline", "Jäsentyytyväisyyskysely-2020-fi.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(Role.Interviewer, HttpStatusCode.Redirect)]
    [InlineData(Role.Manager, HttpStatusCode.OK)]
    public async Task Report_ByRole_IsGivenOrRefused(string role, HttpStatusCode expected)
    {
        var browser = site.Host.NewBrowser();
        await browser.SignInAsync(DemoAccounts.All.Single(account => account.Role == role).Email, DemoAccounts.Password);

        var response = await browser.Client.GetAsync(new Uri("/reports/csv?year=2020", UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Codebook_OfTheCsv_NamesEveryExportedQuestion()
    {
        var browser = site.Host.NewBrowser();
        await browser.SignInAsync(DemoAccounts.All.Single(account => account.Role == Role.Analyst).Email, DemoAccounts.Password);

        var codebook = await browser.Client.GetStringAsync(new Uri("/reports/csv-codebook?year=2020&language=en", UriKind.Relative));
        var missing = await browser.Client.GetAsync(new Uri("/reports/pdf-codebook?year=2020", UriKind.Relative));

        // Open text leaves with no export, so it is in no codebook.
        var exported = Application.Features.Questionnaires.BuiltInQuestionnaire.Questions.Where(question => question.Kind != QuestionKind.OpenText);
        Assert.All(exported, question => Assert.Contains(question.Code, codebook, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Report_WithoutSigningIn_SendsToSignIn()
    {
        var page = await site.Host.NewBrowser().GetAsync("/reports/pdf?year=2020");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.StartsWith("/account/sign-in", page.Location, StringComparison.Ordinal);
    }

    private static string Text(string code) => Application.Features.Questionnaires.BuiltInQuestionnaire.Find(code)!.Text.In("en");
}
