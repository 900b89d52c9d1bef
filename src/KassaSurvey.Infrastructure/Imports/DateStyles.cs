using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KassaSurvey.Infrastructure.Imports;

/// <summary>Tells which cells of a workbook hold days: a day is a number whose style shows it as one.</summary>
internal sealed class DateStyles
{
    private const double DaysTo1904 = 1462;
    private const double LastSerial = 2_958_465;

    private readonly HashSet<string> _styles = [];
    private readonly bool _from1904;

    public DateStyles(WorkbookPart workbook)
    {
        _from1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        if (workbook.WorkbookStylesPart?.Stylesheet is not { } sheet)
        {
            return;
        }

        var formats = sheet.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId?.HasValue is true && ShowsDays(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId!.Value).ToHashSet() ?? [];
        var place = 0;
        foreach (var style in sheet.CellFormats?.Elements<CellFormat>() ?? [])
        {
            // 14 to 17 and 22 are the days that every workbook knows, 27 to 36 and 50 to 58 those of East Asia.
            if (style.NumberFormatId?.Value is { } id && (id is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 || formats.Contains(id)))
            {
                _styles.Add(place.ToString(CultureInfo.InvariantCulture));
            }

            place++;
        }
    }

    /// <summary>A number of the sheet as text: <c>yyyy-MM-dd</c> where its style shows a day, else its digits.</summary>
    public string Text(string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        if (style is not null && _styles.Contains(style))
        {
            var serial = _from1904 ? number + DaysTo1904 : number;
            return serial is > 0 and < LastSerial ? DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
        }

        // 1.00012E5 is how a workbook may write the number 100012.
        return value.AsSpan().ContainsAny('E', 'e', '.') && Math.Abs(number) < 1e15 && Math.Floor(number) == number
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : value;
    }

    private static bool ShowsDays(string format)
    {
        var quoted = false;
        var isDay = false;
        foreach (var letter in format)
        {
            quoted ^= letter is '"' or '[' or ']';
            isDay |= !quoted && letter is 'd' or 'D' or 'y' or 'Y';
        }

        return isDay;
    }
}
