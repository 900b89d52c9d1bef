using System.Text;
using KassaSurvey.Application.Features.Sending;

namespace KassaSurvey.Infrastructure.Letters;

/// <summary>Names, addresses and links for a printer that lays letters out itself: UTF-8 with a byte order mark, semicolons.</summary>
public sealed class CsvLetterWriter : ILetterWriter
{
    // What a spreadsheet takes for the start of a formula.
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\n");

    /// <inheritdoc />
    public string Format => "csv";

    /// <inheritdoc />
    public string ContentType => "text/csv; charset=utf-8";

    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<PrintedLetter> letters, Stream output, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync("name;street;postal_code;city;language;link");
        foreach (var letter in letters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] fields = [letter.Name, letter.Address.Street, letter.Address.PostalCode, letter.Address.City, letter.Language, letter.Link];
            await text.WriteLineAsync(string.Join(';', fields.Select(Field)));
        }
    }

    private static string Field(string text)
    {
        var harmless = text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(';', '"', '\n') >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
