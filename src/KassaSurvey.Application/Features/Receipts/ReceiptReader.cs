using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Receipts;

/// <summary>
/// Finds the response of a receipt code. The code is its holder's only authority. A wrong one, a mistyped one and one that was used
/// cost the same single look-up by hash, so the time of an answer tells nothing.
/// </summary>
public sealed class ReceiptReader(IKassaDatabase database, ILinkKey key)
{
    /// <summary>No response has this code: mistyped, or erased already.</summary>
    public static readonly Error UnknownCode = Error.Of("Receipt.UnknownCode");

    /// <summary>A context that works for the response's fund, and the response, tracked; null when there is none.</summary>
    internal async Task<(KassaDbContext Db, Response? Response)> OpenAsync(string? code, CancellationToken cancellationToken)
    {
        var hash = ReceiptCode.Hash(code ?? "", key.Key.Span);
        var db = database.For(Viewer.Operator);
        var response = await db.Responses
            .SingleOrDefaultAsync(row => row.ReceiptHash == hash && row.Status == ResponseStatus.Completed, cancellationToken);
        if (response is not null)
        {
            db.ActAs(Viewer.Respondent(response.FundId));
        }

        return (db, response);
    }
}
