using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Receipts;

/// <summary>
/// Erases the response of a receipt code: its answers and itself, for good. Results of an open wave are read without it at once; what a
/// closed wave has sealed stays as released, and its next version leaves the response out. Kept is the fact and the day.
/// </summary>
public sealed class EraseResponse(ReceiptReader receipts, TimeProvider time)
{
    /// <param name="Code">The code as typed.</param>
    public sealed record Command(string? Code);

    public async Task<Result> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        var (db, response) = await receipts.OpenAsync(command.Code, cancellationToken);
        await using var open = db;
        if (response is null)
        {
            return ReceiptReader.UnknownCode;
        }

        db.ErasedResponses.Add(ErasedResponse.Of(response, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        // The answers go with it: the database deletes them in the same statement.
        db.Responses.Remove(response);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Erased in another window a moment ago; that one is recorded.
            return ReceiptReader.UnknownCode;
        }

        return Result.Done;
    }
}
