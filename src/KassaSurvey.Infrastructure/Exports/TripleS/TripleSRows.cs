using System.Buffers.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.TripleS;

/// <summary>The data file: a heading, then a line a response; codes as numbers, choices as a quoted string of 0 and 1, nothing where it was left empty.</summary>
internal sealed class TripleSRows(AnswerSet answers, IReadOnlyList<TripleSVariable> variables)
{
    private const int LongestNumber = 64;

    /// <summary>Writes the rows.</summary>
    /// <param name="amounts">How each amount is written, by the variable's name.</param>
    /// <param name="output">Takes them; stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task WriteAsync(IReadOnlyDictionary<string, AmountRange> amounts, Stream output, CancellationToken cancellationToken) => Answers.AnswerLines.WriteAsync(
        answers, string.Join(',', variables.Select(variable => variable.Name)),
        variables.Sum(variable => Math.Max(LongestNumber, variable.Values.Count + 4)), (row, into) => Fill(amounts, row, into), output, cancellationToken);

    private int Fill(IReadOnlyDictionary<string, AmountRange> amounts, int row, Span<byte> into)
    {
        var used = 0;
        foreach (var variable in variables)
        {
            used += variable.IsMultiple ? Choices(variable, row, into[used..])
                : variable.IsQuantity ? Amount(variable, amounts[variable.Name], row, into[used..])
                : Code(variable, row, into[used..]);
            into[used++] = (byte)',';
        }

        into[used - 1] = (byte)'\n';
        return used;
    }

    private int Code(TripleSVariable variable, int row, Span<byte> into)
    {
        var value = answers.Read(row, variable.Columns[0]) switch
        {
            ResponseValues.CantSay => variable.CantSay,
            ResponseValues.NotAsked => variable.NotAsked,
            var given => given,
        };
        return double.IsNaN(value) ? 0 : Answers.CsvAnswers.Format(value, into);
    }

    private int Amount(TripleSVariable variable, AmountRange range, int row, Span<byte> into)
    {
        var value = answers.Read(row, variable.Columns[0]);
        if (double.IsNaN(value))
        {
            return 0;
        }

        Utf8Formatter.TryFormat((decimal)value, into, out var written, new('F', (byte)range.Decimals));
        return written;
    }

    private int Choices(TripleSVariable variable, int row, Span<byte> into)
    {
        var field = into[..(variable.Values.Count == 0 ? 2 : variable.Values[^1].Code + 2)];
        field.Fill((byte)'0');
        field[0] = field[^1] = (byte)'"';
        var (left, notAsked) = (0, 0);
        for (var choice = 0; choice < variable.Columns.Count; choice++)
        {
            var value = answers.Read(row, variable.Columns[choice]);
            left += double.IsNaN(value) ? 1 : 0;
            notAsked += value == ResponseValues.NotAsked ? 1 : 0;
            if ((value == 1 ? choice + 1 : value == ResponseValues.CantSay ? variable.CantSay : 0) is > 0 and var code)
            {
                field[code] = (byte)'1';
            }
        }

        // An option that only another year offered was not asked; the question was, when any of the others was.
        if (notAsked == variable.Columns.Count && variable.NotAsked > 0)
        {
            field[variable.NotAsked] = (byte)'1';
            return field.Length;
        }

        return left + notAsked == variable.Columns.Count ? 0 : field.Length;
    }
}
