using Sylvan.Data.Csv;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>The rows of a CSV file, one at a time, with the line each begins on. Blank rows are passed over.</summary>
internal sealed class CsvRows(CsvDataReader reader, Stream content, CsvBytes bytes) : IRowCells, IDisposable
{
    private int _nextLine = 1;

    /// <summary>The line the current row begins on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why reading stopped before the end of the file, or null.</summary>
    public ImportIssue? Problem { get; private set; }

    /// <summary>How many fields the current row has.</summary>
    public int FieldCount => reader.RowFieldCount;

    /// <summary>Bytes taken from the file so far; runs ahead of the current row by one buffer.</summary>
    public long BytesRead => content.Position;

    /// <summary>A field of the current row without surrounding space. Valid until the next row is read.</summary>
    public ReadOnlySpan<char> Trimmed(int column) => reader.GetFieldSpan(column).Trim();

    /// <summary>A field of the current row as it stands.</summary>
    public string Text(int column) => reader.GetString(column);

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <returns>False at the end, or when the file cannot be read on: see <see cref="Problem"/>.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                Line = _nextLine;
                _nextLine += Breaks(reader.GetRawRecordSpan());
                if (!IsBlank())
                {
                    return true;
                }
            }
        }
        catch (CsvRecordTooLargeException)
        {
            // Without an overlong line only a quote that is never closed can make a row this long.
            Problem = bytes.FirstTooLongLine > 0
                ? ImportIssue.Of(bytes.FirstTooLongLine, ImportErrors.LineTooLong(CsvSource.LongestRow))
                : ImportIssue.Of(_nextLine, ImportErrors.UnterminatedQuote());
        }
        catch (CsvInvalidCharacterException exception)
        {
            // The reader names the opening quotation mark when the file ends before a closing one.
            Problem = ImportIssue.Of(
                _nextLine, exception.InvalidCharacter == '"' ? ImportErrors.UnterminatedQuote() : ImportErrors.MisplacedQuote());
        }

        return false;
    }

    public void Dispose() => reader.Dispose();

    private static int Breaks(ReadOnlySpan<char> record)
    {
        var breaks = record.Count('\n');
        for (var i = record.IndexOf('\r'); i >= 0 && i < record.Length; i++)
        {
            breaks += record[i] == '\r' && (i + 1 == record.Length || record[i + 1] != '\n') ? 1 : 0;
        }

        return breaks;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < reader.RowFieldCount; i++)
        {
            if (!Trimmed(i).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }
}
