using System.Security.Claims;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>Gives a person a new one-time password, and access again when it was ended or locked.</summary>
public sealed class RenewPassword(IServiceScopeFactory scopes)
{
    /// <summary>Replaces the password; the new one is told this once.</summary>
    public async Task<Result<string>> ExecuteAsync(Viewer viewer, Guid person, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var accounts = AccountScope.Open(scopes);
        if (await accounts.FindAsync(viewer, person, cancellationToken) is not { } user)
        {
            return PeopleErrors.Unknown;
        }

        var password = TemporaryPassword.Create();
        await accounts.Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await accounts.Context.Database.BeginTransactionAsync(cancellationToken);
            (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
            AccountScope.Require(await accounts.Users.RemovePasswordAsync(user));
            AccountScope.Require(await accounts.Users.AddPasswordAsync(user, password));
            if (!(await accounts.Users.GetClaimsAsync(user)).Any(claim => claim.Type == TemporaryPassword.Claim))
            {
                AccountScope.Require(await accounts.Users.AddClaimAsync(user, new Claim(TemporaryPassword.Claim, "true")));
            }

            await transaction.CommitAsync(cancellationToken);
        });
        return password;
    }
}
