using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>Ends a person's access for good, until a new one-time password is given. What the person did stays.</summary>
public sealed class DeactivatePerson(IServiceScopeFactory scopes)
{
    /// <summary>Deactivates the account and, within a minute, what is open of it.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Guid person, CancellationToken cancellationToken)
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

        if (await accounts.Users.IsInRoleAsync(user, Role.Admin) && !await accounts.HasOtherAdminAsync(user))
        {
            return PeopleErrors.LastAdmin;
        }

        // One save: the stamp's update writes the lock-out with it.
        (user.LockoutEnabled, user.LockoutEnd) = (true, DateTimeOffset.MaxValue);
        AccountScope.Require(await accounts.Users.UpdateSecurityStampAsync(user));
        return Result.Done;
    }
}
