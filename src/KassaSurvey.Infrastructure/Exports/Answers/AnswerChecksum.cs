using System.Security.Cryptography;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Exports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>
/// The SHA-256 of the rows as CSV with codes: the same for the same answers in every format, so that somebody who has read a file can tell
/// whether all of it arrived.
/// </summary>
internal static class AnswerChecksum
{
    public static async Task<string> OfAsync(AnswerSet answers, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using (var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            await CsvAnswers.WriteAsync(answers with { Form = ValueForm.Codes }, sink, cancellationToken);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
