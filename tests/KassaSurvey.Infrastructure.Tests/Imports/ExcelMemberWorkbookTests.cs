using System.IO.Compression;
using System.Text;
using KassaSurvey.Infrastructure.Imports;

namespace KassaSurvey.Infrastructure.Tests.Imports;

/// <summary>Workbooks as spreadsheets write them, made here part by part.</summary>
public sealed class ExcelMemberWorkbookTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Write_SharedInlineNumberAndDayCells_AreTheTextsThatAPersonSees()
    {
        using var book = Workbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>left on</t></is></c></row>
            <row r="2"><c r="A2"><v>1.00012E5</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>46349</v></c></row>
            <row r="5"><c r="A5" t="str"><f>"A"&amp;1</f><v>A1</v></c><c r="C5" s="2"><v>46349.5</v></c></row>
            """,
            "<si><t>number</t></si><si><r><t>na</t></r><r><t>me</t></r></si><si><t>Öhman, \"Kaj\"&#10;x</t><rPh><t>no</t></rPh></si>");

        Assert.Equal("number,name,left on\n100012,\"Öhman, \"\"Kaj\"\" x\",2026-11-23\n\n\nA1,,2026-11-23\n", await CsvAsync(book));
    }

    [Fact]
    public async Task Write_EmptyCellsAtTheEnd_AreFilledUpAndMoreThanTheHeadingsAreKept()
    {
        using var book = Workbook(
            """<row r="1"><c r="A1" t="str"><v>number</v></c><c r="B1" t="str"><v>name</v></c><c r="C1"/></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="C3"><v>3</v></c></row>""",
            "");

        Assert.Equal("number,name\n1,\n2,,3\n", await CsvAsync(book));
    }

    [Theory]
    [InlineData("<row r=\"5\"/><row r=\"4\"/>")]
    [InlineData("<row r=\"999999999\"/>")]
    [InlineData("<row r=\"1\"><c>")]
    public async Task Write_BrokenSheet_IsRefused(string rows)
    {
        using var book = Workbook(rows, "");
        using var csv = new MemoryStream();

        var written = await new ExcelMemberWorkbook().WriteCsvAsync(book, csv, default);

        Assert.Equal("Imports.NotAWorkbook", written.Errors.Single().Code);
    }

    [Fact]
    public async Task Write_ZipThatIsNoWorkbook_IsRefused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a.txt");
        }

        Assert.True(await new ExcelMemberWorkbook().IsWorkbookAsync(zip, default));
        Assert.False((await new ExcelMemberWorkbook().WriteCsvAsync(zip, Stream.Null, default)).IsSuccess);
    }

    [Fact]
    public async Task IsWorkbook_OfCsv_IsFalse() =>
        Assert.False(await new ExcelMemberWorkbook().IsWorkbookAsync(new MemoryStream("number\n1"u8.ToArray()), default));

    private static async Task<string> CsvAsync(Stream book)
    {
        using var csv = new MemoryStream();
        Assert.Empty((await new ExcelMemberWorkbook().WriteCsvAsync(book, csv, default)).Errors);
        return Encoding.UTF8.GetString(csv.ToArray());
    }

    private static MemoryStream Workbook(string rows, string shared)
    {
        var book = new MemoryStream();
        using (var archive = new ZipArchive(book, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Add(archive, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="{Types}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}styles+xml"/><Override PartName="/xl/shared.xml" ContentType="{Types}sharedStrings+xml"/></Types>""");
            Add(archive, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="r3" Type="{Relations}/sharedStrings" Target="shared.xml"/></Relationships>""");
            Add(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Members" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(archive, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\.m\.yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>""");
            Add(archive, "xl/shared.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
            Add(archive, "xl/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
        }

        book.Position = 0;
        return book;
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
