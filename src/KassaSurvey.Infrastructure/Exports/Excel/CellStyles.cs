using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>The styles of the workbook's cells: each kind of number with its decimals, texts, headings.</summary>
internal static class CellStyles
{
    public const uint Heading = 1;
    public const uint WrappedText = 2;
    public const uint Muted = 3;
    public const uint Title = 4;
    private const uint FirstNumber = 5;
    private const uint FirstFormat = 164;
    private const int MostDecimals = 3;

    private static readonly NumberStyle[] Styles = Enum.GetValues<NumberStyle>();

    public static uint Of(ReportCell.Number number) =>
        FirstNumber + ((uint)number.Style * (MostDecimals + 1)) + (uint)Math.Min(number.Decimals, MostDecimals);

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Formats().Select((code, i) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)i, FormatCode = code })),
        new Fonts(
            Font(bold: false, 11, "FF1F2933"), Font(bold: true, 11, "FF1F2933"), Font(bold: false, 11, "FF7B8794"), Font(bold: true, 16, "FF1D4E5F")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4EEF0" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder(), new RightBorder(), new TopBorder(),
                new BottomBorder(new Color { Rgb = "FF1D4E5F" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(CellFormats()));

    private static IEnumerable<CellFormat> CellFormats()
    {
        yield return new();
        yield return new(Wrapped(VerticalAlignmentValues.Bottom)) { FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true };
        yield return new(Wrapped(VerticalAlignmentValues.Top)) { ApplyAlignment = true };
        yield return new(new Alignment { Horizontal = HorizontalAlignmentValues.Right }) { FontId = 2, ApplyFont = true, ApplyAlignment = true };
        yield return new() { FontId = 3, ApplyFont = true };
        for (var i = 0; i < Styles.Length * (MostDecimals + 1); i++)
        {
            yield return new() { NumberFormatId = FirstFormat + (uint)i, ApplyNumberFormat = true };
        }
    }

    private static IEnumerable<string> Formats() =>
        from style in Styles
        from decimals in Enumerable.Range(0, MostDecimals + 1)
        let digits = decimals == 0 ? "0" : "0." + new string('0', decimals)
        select style switch
        {
            NumberStyle.Signed => $"+{digits};-{digits};{digits}",
            NumberStyle.Percent => digits + "%",
            NumberStyle.Count => "#,##0",
            NumberStyle.Year => "0",
            _ => digits,
        };

    private static Alignment Wrapped(VerticalAlignmentValues vertical) => new() { WrapText = true, Vertical = vertical };

    private static Font Font(bool bold, double size, string colour)
    {
        var font = new Font();
        if (bold)
        {
            font.AppendChild(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Calibri" });
        return font;
    }
}
