using System.Buffers.Text;
using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.DataPackage;

/// <summary>
/// The answers as a table of numbers: UTF-8, comma, decimal point, −1 can't say, −2 not asked, nothing where it was left empty. There is no
/// text in it, hence nothing to quote; a million rows are written without a string for each of their cells.
/// </summary>
internal static class CsvAnswers
{
    private const int BufferSize = 1 << 16;
    private const int LongestNumber = 32;

    public static async Task WriteAsync(ResponseValues values, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', values.Columns) + "\n"), cancellationToken);
        var buffer = new byte[BufferSize];
        var used = 0;
        foreach (var row in values.Rows)
        {
            if (used + ((LongestNumber + 1) * values.Columns.Length) > buffer.Length)
            {
                await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
                used = 0;
                if (((LongestNumber + 1) * values.Columns.Length) > buffer.Length)
                {
                    buffer = new byte[(LongestNumber + 1) * values.Columns.Length];
                }
            }

            for (var column = 0; column < values.Columns.Length; column++)
            {
                var value = values.Read(row, column);
                if (!double.IsNaN(value))
                {
                    Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
                    used += written;
                }

                buffer[used++] = (byte)(column == values.Columns.Length - 1 ? '\n' : ',');
            }
        }

        await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
    }
}
