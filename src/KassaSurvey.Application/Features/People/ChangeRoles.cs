using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>Gives a person other roles. It reaches a person who is signed in within a minute.</summary>
public sealed class ChangeRoles(IServiceScopeFactory scopes)
{
    /// <summary>Who, and the roles from now on.</summary>
    public sealed record Command(Guid Person, IReadOnlyCollection<string> Roles);

    /// <summary>Changes the roles.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        if (command.Roles.Count == 0 || !command.Roles.All(role => Role.All.Contains(role)))
        {
            return PeopleErrors.NoRole;
        }

        await using var accounts = AccountScope.Open(scopes);
        if (await accounts.FindAsync(viewer, command.Person, cancellationToken) is not { } user)
        {
            return PeopleErrors.Unknown;
        }

        if (!command.Roles.Contains(Role.Admin)
            && await accounts.Users.IsInRoleAsync(user, Role.Admin) && !await accounts.HasOtherAdminAsync(user))
        {
            return PeopleErrors.LastAdmin;
        }

        await accounts.Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await accounts.Context.Database.BeginTransactionAsync(cancellationToken);
            await accounts.SetRolesAsync(user, command.Roles);
            AccountScope.Require(await accounts.Users.UpdateSecurityStampAsync(user));
            await transaction.CommitAsync(cancellationToken);
        });
        return Result.Done;
    }
}
