using System.Buffers;
using System.Globalization;
using System.Text;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Writes weights beside the rows they belong to.</summary>
public static class WeightFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Writes CSV in UTF-8: the id (or the row's number from 1) and the weight, unrounded.</summary>
    /// <param name="content">Where to; stays open.</param>
    /// <param name="file">The weighted rows.</param>
    /// <param name="id">The column of ids; null = row numbers.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task WriteAsync(Stream content, DataFile file, string? id, IReadOnlyList<double> weights, CancellationToken cancellationToken)
    {
        var ids = id is null ? null : file.Texts(id);
        await using var writer = new StreamWriter(content, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync($"{Cell(id is null ? "row" : file.Find(id).Value)},weight");
        for (var row = 0; row < weights.Count; row++)
        {
            var name = ids is null ? (row + 1).ToString(CultureInfo.InvariantCulture) : Cell(ids[row]);
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name},{weights[row]:R}").AsMemory(), cancellationToken);
        }
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
