using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Infrastructure.Exports.Excel;

/// <summary>A translation file as a workbook with one sheet.</summary>
public sealed class ExcelTranslationFile : ITranslationFile
{
    /// <summary>A part of a workbook that unpacks to more than this is no translation file.</summary>
    private const long LargestPart = 20_000_000;

    private const int MostRows = 20_000;
    private const int MostColumns = 50;

    /// <inheritdoc />
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public string FileExtension => ".xlsx";

    /// <inheritdoc />
    public async Task WriteAsync(TranslationSheet sheet, Stream output, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = sheet.Title;
            document.PackageProperties.Language = sheet.Language;
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = CellStyles.Sheet();
            var part = workbook.AddNewPart<WorksheetPart>();
            using (var writer = new SheetWriter(part, [.. sheet.Headings.Select((_, column) => column < 2 ? 26.0 : 50.0)], isFrozen: true, hiddenWord: ""))
            {
                writer.Texts(sheet.Headings, CellStyles.Heading);
                foreach (var row in sheet.Rows)
                {
                    writer.Texts(row, CellStyles.WrappedText);
                }
            }

            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView()), new Sheets(new Sheet { Name = "Texts", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        memory.Position = 0;
        await memory.CopyToAsync(output, cancellationToken);
    }

    /// <inheritdoc />
    public Result<ImmutableArray<TranslationRow>> Read(Stream input)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(input, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            return document.WorkbookPart is { } workbook && FirstSheet(workbook) is { } sheet
                ? Rows(workbook, sheet)
                : AuthoringErrors.TranslationFileUnreadable;
        }
        catch (Exception failure) when (failure is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // Whatever is wrong with a file from outside, it is the file that is wrong.
            return AuthoringErrors.TranslationFileUnreadable;
        }
    }

    private static WorksheetPart? FirstSheet(WorkbookPart workbook) =>
        workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null;

    private static Result<ImmutableArray<TranslationRow>> Rows(WorkbookPart workbook, WorksheetPart sheet)
    {
        string[] shared = [.. workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf) ?? []];
        var rows = ImmutableArray.CreateBuilder<TranslationRow>();
        var line = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            line = row.RowIndex?.Value is { } given ? checked((int)given) : line + 1;
            var cells = Cells(row, shared);
            if (cells.Any(cell => cell is not { Length: 0 }))
            {
                rows.Add(new(line, cells));
            }

            if (rows.Count > MostRows)
            {
                return AuthoringErrors.TranslationFileUnreadable;
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<string?> Cells(Row row, string[] shared)
    {
        var cells = new List<string?>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= MostColumns)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = cell.CellFormula is not null ? null : TextOf(cell, shared);
        }

        return [.. cells];
    }

    private static string TextOf(Cell cell, string[] shared)
    {
        if (cell.InlineString is { } inline)
        {
            return TextOf(inline);
        }

        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(value, out var index) && index >= 0 && index < shared.Length
            ? shared[index]
            : value;
    }

    /// <summary>Rich text is several runs; phonetic hints beside them are no part of the text.</summary>
    private static string TextOf(OpenXmlElement item) => string.Concat(item.ChildElements.SelectMany(child => child switch
    {
        Text text => [text.Text],
        Run run => run.Elements<Text>().Select(text => text.Text),
        _ => Enumerable.Empty<string>(),
    }));

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(3))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column - 1 is >= 0 and var index ? index : 0;
    }
}
