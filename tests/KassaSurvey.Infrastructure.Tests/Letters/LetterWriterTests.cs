using System.Text;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Infrastructure.Letters;
using UglyToad.PdfPig;

namespace KassaSurvey.Infrastructure.Tests.Letters;

public sealed class LetterWriterTests
{
    private static readonly PrintedLetter[] Letters =
    [
        new("Äiti Öörni", new("Kotikatu 1 A 2", "00100", "Helsinki"), "fi", "Testikassa",
            new("Miten palvelimme sinua?", "Hei Äiti,\n\nvastaa kyselyyn:\n\nhttps://survey.fund.example/s/AAAA\n\nKiitos!", ""), "https://survey.fund.example/s/AAAA"),
        new("", new("=Box; 2", "111 22", "Malmö"), "sv", "Testikassa", new("Hur har vi hjälpt dig?", "Hej", ""), "https://survey.fund.example/s/BBBB"),
    ];

    [Fact]
    public async Task Pdf_HasAPageForEachMemberWithTheAddressInTheWindow()
    {
        using var file = new MemoryStream();
        await new PdfLetterWriter().WriteAsync(Letters, file, CancellationToken.None);

        using var document = PdfDocument.Open(file.ToArray());
        Assert.Equal(2, document.NumberOfPages);
        var words = document.GetPage(1).GetWords().ToList();
        var text = string.Join(' ', words.Select(word => word.Text));
        Assert.Contains("Äiti Öörni", text, StringComparison.Ordinal);
        Assert.Contains("https://survey.fund.example/s/AAAA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BBBB", text, StringComparison.Ordinal);
        // 20 mm from the left; from 50 mm to 80 mm from the top.
        foreach (var address in words.Where(word => word.Text is "Öörni" or "Kotikatu" or "Helsinki"))
        {
            Assert.InRange(842 - address.BoundingBox.Bottom, 50 * 72 / 25.4, 80 * 72 / 25.4);
        }
    }

    [Fact]
    public async Task Csv_IsHarmlessInASpreadsheet()
    {
        using var file = new MemoryStream();
        await new CsvLetterWriter().WriteAsync(Letters, file, CancellationToken.None);

        var lines = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("Äiti Öörni;Kotikatu 1 A 2;00100;Helsinki;fi;https://survey.fund.example/s/AAAA", lines[1]);
        Assert.Equal(";\"'=Box; 2\";111 22;Malmö;sv;https://survey.fund.example/s/BBBB", lines[2]);
    }
}
