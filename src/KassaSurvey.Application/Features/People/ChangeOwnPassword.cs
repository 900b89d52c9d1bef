using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>A person chooses an own password; a temporary one ends with it.</summary>
public sealed class ChangeOwnPassword(IServiceScopeFactory scopes)
{
    /// <summary>Who, the password so far and the one from now on.</summary>
    public sealed record Command(Guid Person, string Current, string Chosen);

    /// <summary>Changes the password. Knowing the current one is the right to change it.</summary>
    public async Task<Result> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await using var accounts = AccountScope.Open(scopes);
        if (await accounts.Users.FindByIdAsync(command.Person.ToString()) is not { } user)
        {
            return PeopleErrors.Unknown;
        }

        // An open session left alone must not be a place to guess the password in.
        if (await accounts.Users.IsLockedOutAsync(user))
        {
            return PeopleErrors.LockedOut;
        }

        if (!await accounts.Users.CheckPasswordAsync(user, command.Current))
        {
            AccountScope.Require(await accounts.Users.AccessFailedAsync(user));
            return Error.Of("People.PasswordMismatch");
        }

        if (command.Current == command.Chosen)
        {
            return Error.Of("People.SamePassword");
        }

        var outcome = Result.Done;
        await accounts.Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await accounts.Context.Database.BeginTransactionAsync(cancellationToken);
            var changed = await accounts.Users.ChangePasswordAsync(user, command.Current, command.Chosen);
            if (!changed.Succeeded)
            {
                outcome = Result.Failed(PeopleErrors.From(changed, accounts.Users.Options));
                return;
            }

            var temporary = (await accounts.Users.GetClaimsAsync(user)).Where(claim => claim.Type == TemporaryPassword.Claim);
            AccountScope.Require(await accounts.Users.RemoveClaimsAsync(user, temporary));
            await transaction.CommitAsync(cancellationToken);
        });
        return outcome;
    }
}
