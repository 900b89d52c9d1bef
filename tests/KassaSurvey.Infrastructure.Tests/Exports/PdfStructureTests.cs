using System.Text;
using KassaSurvey.Infrastructure.Exports.Pdf;
using KassaSurvey.Testing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace KassaSurvey.Infrastructure.Tests.Exports;

/// <summary>
/// What a screen reader finds in the PDF: the checks of the Matterhorn protocol (PDF/UA-1) that a machine can make of the structure, on the
/// tree as a reader of another's making parses it.
/// </summary>
public sealed class PdfStructureTests
{
    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("da")]
    [InlineData("en")]
    public async Task Tree_IsWhole(string language)
    {
        using var document = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), WrittenReport.Of(new ReportedYear(), language)));
        var root = PdfElement.TreeOf(document);
        var all = root.All().ToList();

        // 09: only types of the standard, and what belongs inside what.
        Assert.Equal("Document", root.Type);
        Assert.All(all, element => Assert.Contains(element.Type, (string[])["Document", "H1", "H2", "P", "Figure", "Table", "TR", "TH", "TD"]));
        Assert.All(all.Where(element => element.Type == "TR"), row => Assert.Equal("Table", row.Parent!.Type));
        Assert.All(all.Where(element => element.Type is "TH" or "TD"), cell => Assert.Equal("TR", cell.Parent!.Type));
        // 13: each picture has words. 14: headings begin with the first level and skip none.
        Assert.All(all.Where(element => element.Type == "Figure"), picture => Assert.True(picture.Alternative?.Length > 10));
        Assert.Contains(all, element => element.Type == "Figure");
        Assert.Equal("H1", all.First(element => element.Type.StartsWith('H')).Type);
        // 15: tables are regular, the first row heads the columns, the first cell of each other row its row, and each says which.
        var tables = all.Where(element => element.Type == "Table").ToList();
        Assert.True(tables.Count > 3);
        Assert.All(tables, table =>
        {
            Assert.Single(table.Kids.Select(row => row.Kids.Count).Distinct());
            Assert.All(table.Kids[0].Kids, cell => Assert.Equal(("TH", "Column"), (cell.Type, cell.Scope)));
            Assert.All(table.Kids.Skip(1), row => Assert.Equal(("TH", "Row"), (row.Kids[0].Type, row.Kids[0].Scope)));
            Assert.All(table.Kids.Skip(1).SelectMany(row => row.Kids.Skip(1)), cell => Assert.Equal("TD", cell.Type));
        });
        // 11: text in one declared language. 06, 07: the title is given, shown, and said in the metadata with the claim.
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Assert.True(((DictionaryToken)catalog.Data["MarkInfo"]).Data["Marked"] is BooleanToken { Data: true });
        Assert.True(((DictionaryToken)catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"] is BooleanToken { Data: true });
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        var told = Encoding.UTF8.GetString([.. metadata.GetXmlBytes()]);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", told, StringComparison.Ordinal);
        Assert.Contains(document.Information.Title!, told, StringComparison.Ordinal);
        // 31: every font is inside, with the way back from glyphs to characters.
        Assert.All(document.GetPages().SelectMany(page => page.Letters), letter => Assert.NotEqual("", letter.Value));
        Assert.All(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct(), font => Assert.StartsWith("KASSAS+", font, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_HasNothingThatIsNeitherInTheTreeNorDecoration()
    {
        using var document = PdfDocument.Open(await WrittenReport.BytesAsync(new PdfReportWriter(), WrittenReport.Of(new ReportedYear())));

        // 01: letters inside marked content are as many as letters on the page.
        Assert.All(document.GetPages(), page => Assert.Equal(page.Letters.Count, page.GetMarkedContents().Sum(content => content.Letters.Count)));
    }
}
