using System.Globalization;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.TripleS;

/// <summary>From where to where an amount goes and how many decimals it has: Triple-S wants it said before the data.</summary>
internal sealed record AmountRange(double From, double To, int Decimals)
{
    private const int MostDecimals = 15;

    /// <summary>The lower end.</summary>
    public string FromText => Text(From);

    /// <summary>The upper end.</summary>
    public string ToText => Text(To);

    /// <summary>Looks at every amount once.</summary>
    public static Dictionary<string, AmountRange> Of(AnswerSet answers, IEnumerable<TripleSVariable> variables, CancellationToken cancellationToken)
    {
        var amounts = variables.Where(variable => variable.IsQuantity).ToList();
        var ranges = amounts.ToDictionary(variable => variable.Name, _ => new AmountRange(0, 0, 0), StringComparer.Ordinal);
        foreach (var row in answers.Values.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var variable in amounts)
            {
                var (value, range) = (answers.Read(row, variable.Columns[0]), ranges[variable.Name]);
                if (!double.IsNaN(value) && (value < range.From || value > range.To || DecimalsOf(value) > range.Decimals))
                {
                    ranges[variable.Name] = new(Math.Min(range.From, value), Math.Max(range.To, value), Math.Max(range.Decimals, DecimalsOf(value)));
                }
            }
        }

        return ranges;
    }

    private string Text(double value) => ((decimal)value).ToString($"F{Decimals}", CultureInfo.InvariantCulture);

    private static int DecimalsOf(double value) => Math.Min(MostDecimals, (int)((decimal)value).Scale);
}
