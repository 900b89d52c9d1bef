using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Commands;
using KassaSurvey.Web.Tests.Security;
using UglyToad.PdfPig;
using Drawing = DocumentFormat.OpenXml.Drawing;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>Whoever looks, wherever: the page, the PDF, the slides, the workbook, the CSV and the verb's JSON say the same of the same selection.</summary>
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
        var csv = await CsvAsync(browser, query);
        var workbook = await WorkbookAsync(browser, query);
        var pdf = await PdfAsync(browser, query);
        var deck = await DeckAsync(browser, query);

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
        }

        // What one hides, all hide.
        Assert.All(document.Suppressed, hidden => Assert.False(csv.ContainsKey(hidden.Code) || workbook.ContainsKey(hidden.Code)));
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

    private static async Task<Dictionary<string, (long, double)>> CsvAsync(StaffBrowser browser, string query)
    {
        var text = await browser.Client.GetStringAsync(new Uri($"/reports/csv{query}&language=en", UriKind.Relative));
        await using var reader = await Sylvan.Data.Csv.CsvDataReader.CreateAsync(new StringReader(text.TrimStart('\uFEFF')));
        var figures = new Dictionary<string, (long, double)>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            if (reader.GetString(0) == "question" && reader.GetString(reader.GetOrdinal("mean")) is { Length: > 0 } mean)
            {
                figures[reader.GetString(1)] = (reader.GetInt64(reader.GetOrdinal("n")), double.Parse(mean, CultureInfo.InvariantCulture));
            }
        }

        return figures;
    }

    private static async Task<Dictionary<string, (long, double)>> WorkbookAsync(StaffBrowser browser, string query)
    {
        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri($"/reports/xlsx{query}&language=en", UriKind.Relative)));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = file.WorkbookPart!;
        var sheet = workbook.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == "Results");
        var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var rows = ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>()
            .Select(row => row.Elements<Cell>().ToDictionary(Column, cell => TextOf(cell, shared))).ToList();
        // The columns stand in the order of the CSV file; their headings are in the reader's words. Area codes are no question codes.
        return rows.Skip(1)
            .Where(row => Application.Features.Questionnaires.BuiltInQuestionnaire.Find(row["B"])?.AreaCode is { } area && row.GetValueOrDefault("C") == area)
            .Where(row => double.TryParse(row.GetValueOrDefault("H"), CultureInfo.InvariantCulture, out _))
            .ToDictionary(row => row["B"], row => (long.Parse(row["F"], CultureInfo.InvariantCulture), double.Parse(row["H"], CultureInfo.InvariantCulture)));

        static string Column(Cell cell) => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray());
    }

    private static string TextOf(Cell cell, List<string> shared) => cell.DataType?.Value == CellValues.SharedString
        ? shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
        : cell.CellValue?.Text ?? cell.InnerText;

    /// <summary>The rows of every table on the slides.</summary>
    private static async Task<List<string>> DeckAsync(StaffBrowser browser, string query)
    {
        using var stream = new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri($"/reports/pptx{query}&language=en", UriKind.Relative)));
        using var file = PresentationDocument.Open(stream, isEditable: false);
        return
        [
            .. file.PresentationPart!.SlideParts.SelectMany(slide => slide.Slide!.Descendants<Drawing.TableRow>())
                .Select(row => string.Join('|', row.Elements<Drawing.TableCell>().Select(cell => cell.InnerText))),
        ];
    }

    private static async Task<string> PdfAsync(StaffBrowser browser, string query)
    {
        using var pdf = PdfDocument.Open(await browser.Client.GetByteArrayAsync(new Uri($"/reports/pdf{query}&language=en", UriKind.Relative)));
        return string.Join('\n', pdf.GetPages().Select(page => page.Text));
    }
}
