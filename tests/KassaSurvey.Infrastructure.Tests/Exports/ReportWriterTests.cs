using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Infrastructure.Exports;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Infrastructure.Exports.Pdf;
using KassaSurvey.Testing;
using Charts = DocumentFormat.OpenXml.Drawing.Charts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace KassaSurvey.Infrastructure.Tests.Exports;

public sealed class ReportWriterTests
{
    private const string Formula = "=HYPERLINK(\"http://example.org\")";

    [Fact]
    public async Task Formats_OfOneReport_HoldTheSameFigures()
    {
        var report = WrittenReport.Of(new ReportedYear());

        var csv = await WrittenReport.CsvAsync(new CsvReportWriter(), report);
        var overall = Assert.Single(csv.Split('\n'), line => line.StartsWith("question,OVERALL,", StringComparison.Ordinal)).Split(',');
        Assert.Contains("6.23", overall);
        Assert.Contains("6.02", overall);
        Assert.Contains("1025", overall);

        var row = WrittenReport.Sheet(await WrittenReport.BytesAsync(new ExcelReportWriter(), report), "Results").Single(cells => cells.Contains("OVERALL"));
        Assert.Contains(6.23, row);
        Assert.Contains(6.02, row);
        Assert.Contains(1025.0, row);
        Assert.Contains("parani", row);

        var text = string.Join('\n', WrittenReport.PdfPages(await WrittenReport.BytesAsync(new PdfReportWriter(), report)));
        Assert.All(["6,23", "6,02", "+0,21", "1\u00a0025", "51,9\u00a0%", "parani", "pysyi ennallaan"], figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Formats_OfAHiddenQuestion_HoldNoFigureOfThisYear()
    {
        var report = WrittenReport.Of(new ReportedYear { Suppressed = "INF_FIND" }.With("INF_FIND", 5.13, 3.9137));

        var csv = await WrittenReport.CsvAsync(new CsvReportWriter(), report);
        Assert.DoesNotContain("3.91", csv, StringComparison.Ordinal);

        var row = WrittenReport.Sheet(await WrittenReport.BytesAsync(new ExcelReportWriter(), report), "Results").Single(cells => cells.Contains("INF_FIND"));
        Assert.Equal([5.13], row.OfType<double>());
        Assert.Contains("piilotettu", row);

        var text = string.Join('\n', WrittenReport.PdfPages(await WrittenReport.BytesAsync(new PdfReportWriter(), report)));
        Assert.DoesNotContain("3,91", text, StringComparison.Ordinal);
        Assert.Contains("piilotettu", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_ThatLookLikeFormulas_AreHarmless()
    {
        var report = WrittenReport.Of(new ReportedYear());
        var table = report.Questions;
        var name = table.Columns.Select((column, place) => (column.Key, place)).First(column => column.Key == "name").place;
        report = report with { Questions = table with { Rows = [table.Rows[0].SetItem(name, ReportCell.Of(Formula))] } };

        var csv = await WrittenReport.CsvAsync(new CsvReportWriter(), report);
        Assert.Contains("\"'=HYPERLINK(", csv, StringComparison.Ordinal);

        var file = await WrittenReport.BytesAsync(new ExcelReportWriter(), report);
        Assert.Contains(WrittenReport.Sheet(file, "Results"), cells => cells.Contains(Formula));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.All(document.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task Workbook_IsValidAndLeavesAnswersOutWhenThereAreNone()
    {
        var file = await WrittenReport.BytesAsync(new ExcelReportWriter(), WrittenReport.Of(new ReportedYear(), "sv"));

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(
            ["About", "Results", "Areas", "Trend", "Charts", "Labels", "Codebook"],
            document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public async Task Workbook_Charts_AreDrawnFromTheCellsBesideThem()
    {
        var report = WrittenReport.Of(new ReportedYear());
        var file = await WrittenReport.BytesAsync(new ExcelReportWriter(), report);

        var cells = WrittenReport.Sheet(file, "Charts");
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var charts = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.DrawingsPart?.ChartParts ?? []).ToList();
        // Areas, years, and the choice questions that have shares.
        Assert.Equal(2 + report.ShareBars.Count(question => !question.Bars.IsEmpty), charts.Count);
        foreach (var series in charts.SelectMany(chart => chart.ChartSpace!.Descendants<Charts.Values>()))
        {
            var range = series.Descendants<Charts.Formula>().Single().Text.Replace("Charts!", "", StringComparison.Ordinal).Split(':').Select(end => end.Split('$')).ToList();
            var (column, first, last) = (range[0][1][0] - 'A', int.Parse(range[0][2], CultureInfo.InvariantCulture), int.Parse(range[1][2], CultureInfo.InvariantCulture));
            Assert.Equal(
                series.Descendants<Charts.NumericPoint>().Select(point => double.Parse(point.NumericValue!.Text, CultureInfo.InvariantCulture)),
                cells.Skip(first - 1).Take(last - first + 1).Select(row => (double)row[column]));
        }
    }

    [Fact]
    public async Task Workbook_WithAnswers_HoldsThemAsCodes()
    {
        var survey = new ReportedYear().Build();
        var columns = ResponseColumns.Empty("v1");
        columns = new()
        {
            Count = 2, DataVersion = "v1", Codes = columns.Codes.Add("OVERALL", [7, MissingCode.CantSay]), Choices = columns.Choices,
            Numbers = columns.Numbers, Segments = columns.Segments, Weights = [],
        };
        var values = ResponseValues.Of([survey.Results.Overall!.Question], columns, Population.Everybody);

        var file = await WrittenReport.BytesAsync(new ExcelReportWriter(), YearlyReportBuilder.Of(
            survey, ReportText.Of(survey, "fi"), "fi", new(2020, 11, 22), YearlyReportBuilder.Answers(survey, values, "fi", new(2020, 11, 22))));

        Assert.Equal([["OVERALL"], [7.0], [-1.0]], WrittenReport.Sheet(file, "Values"));
    }

    [Fact]
    public async Task Codebook_BesideTheCsv_NamesEveryQuestion()
    {
        var report = WrittenReport.Of(new ReportedYear());
        using var stream = new MemoryStream();
        await new CsvReportWriter().WriteCompanionAsync(report, stream, CancellationToken.None);

        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("\ufeffcode,", text, StringComparison.Ordinal);
        Assert.Contains("CHANNELS.NONE", text, StringComparison.Ordinal);
        Assert.Equal(report.Questions.Rows.Length + 2, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task Pdf_OnEveryPageButTheCover_SaysWhatItsFiguresAreAbout()
    {
        var year = new ReportedYear { Population = Population.Everybody.With("region", "Lappi") };
        var pages = WrittenReport.PdfPages(await WrittenReport.BytesAsync(new PdfReportWriter(), WrittenReport.Of(year, "en")));

        Assert.True(pages.Count >= 4);
        Assert.All(pages.Select((text, place) => (text, place)).Skip(1), page =>
        {
            Assert.Contains("region: Lappi", page.text, StringComparison.Ordinal);
            Assert.Contains("n\u00a0=\u00a01,025", page.text, StringComparison.Ordinal);
            Assert.Contains("fewer than 5 answers", page.text, StringComparison.Ordinal);
            Assert.Contains($"page {page.place + 1} of {pages.Count}", page.text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Pdf_IsTaggedAndNamesItsLanguage()
    {
        using var document = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), WrittenReport.Of(new ReportedYear(), "da")));
        var catalog = document.Structure.Catalog.CatalogDictionary;

        Assert.Equal("da", ((HexToken)catalog.Data["Lang"]).Data);
        Assert.Equal("Esimerkkikassa: Årsrapport 2020", document.Information.Title);
        Assert.True(document.TryGetBookmarks(out var bookmarks) && bookmarks.Roots.Count >= 5);
        // Every piece of marked content is found in the tree: a reader that follows it misses nothing.
        var tree = (DictionaryToken)document.Structure.GetObject(((IndirectReferenceToken)catalog.Data["StructTreeRoot"]).Data).Data;
        var parents = (DictionaryToken)document.Structure.GetObject(((IndirectReferenceToken)tree.Data["ParentTree"]).Data).Data;
        var marks = ((ArrayToken)parents.Data["Nums"]).Data.OfType<ArrayToken>().Select(page => page.Length);
        Assert.Equal(marks, document.GetPages().Select(page => page.GetMarkedContents().Count(content => content.MarkedContentIdentifier >= 0)));
    }

    [Fact]
    public async Task Pdf_WithOverlongWords_KeepsThemWithinThePage()
    {
        var longName = Domain.Surveys.LocalizedText.Same(new string('x', 120) + " " + string.Concat(Enumerable.Repeat("kolmivaihekilowattituntimittari", 5)));
        using var document = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), WrittenReport.Of(new ReportedYear { FundName = longName })));

        Assert.All(document.GetPages().Take(1), page => Assert.All(page.Letters, letter => Assert.InRange(letter.EndBaseLine.X, 0, page.Width)));
    }
}
