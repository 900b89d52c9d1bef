using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>The names of the funds of this installation. They are public: each fund's pages say who asks.</summary>
public sealed class ListFunds(IKassaDatabase database)
{
    /// <param name="Id">The fund.</param>
    /// <param name="Key">Its name in addresses.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Item(FundId Id, string Key, LocalizedText Name);

    /// <summary>Reads the list. Nobody needs to be signed in.</summary>
    public async Task<IReadOnlyList<Item>> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var db = database.For(Viewer.Operator);
        return await db.Funds.AsNoTracking()
            .OrderBy(fund => fund.Key)
            .Select(fund => new Item(fund.Id, fund.Key, fund.Name))
            .ToListAsync(cancellationToken);
    }
}
