using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Keys;

/// <summary>Makes an API key for one of the fund's own systems. It is told this once.</summary>
public sealed class MakeApiKey(IKassaDatabase database, TimeProvider time)
{
    /// <param name="Name">What the fund calls it: the system that has it.</param>
    /// <param name="Scopes">What it may do.</param>
    public sealed record Command(string Name, ApiScopes Scopes);

    /// <returns>The key as text, for the system to keep.</returns>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var made = ApiKey.Make(fund, command.Name, command.Scopes, viewer.Name, time.GetUtcNow().UtcDateTime);
        if (!made.IsSuccess)
        {
            return Result<string>.Failed(made.Errors);
        }

        await using var db = database.For(viewer);
        db.ApiKeys.Add(made.Value.Row);
        await db.SaveChangesAsync(cancellationToken);
        return made.Value.Text;
    }
}
