using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>What a "no more messages" link leads to. Reads only: mail scanners open links.</summary>
public sealed class ViewOptOut(IKassaDatabase database, OptOutReader reader)
{
    public sealed record Query(string? Token);

    public async Task<Result<OptOutView>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator);
        return await reader.ReadAsync(db, query.Token, cancellationToken) is { View: var view } ? view : RespondingErrors.UnknownLink;
    }
}
