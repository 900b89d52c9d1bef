using System.Text;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>Answers as lines of text through one buffer, so that memory does not grow with the rows.</summary>
internal static class AnswerLines
{
    private const int BufferSize = 1 << 16;

    /// <summary>Writes a row's bytes, its line end included.</summary>
    /// <returns>How many there are.</returns>
    public delegate int Fill(int row, Span<byte> into);

    /// <summary>Writes the heading and the rows.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="heading">The first line.</param>
    /// <param name="longest">The most bytes that a row can take.</param>
    /// <param name="fill">Writes a row.</param>
    /// <param name="output">Takes them; stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task WriteAsync(AnswerSet answers, string heading, int longest, Fill fill, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(heading + "\n"), cancellationToken);
        var buffer = new byte[Math.Max(BufferSize, longest)];
        var used = 0;
        foreach (var row in answers.Values.Rows)
        {
            if (used + longest > buffer.Length)
            {
                await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
                used = 0;
            }

            used += fill(row, buffer.AsSpan(used));
        }

        await output.WriteAsync(buffer.AsMemory(0, used), cancellationToken);
    }
}
