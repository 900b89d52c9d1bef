using System.Security.Claims;
using FluentValidation;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>Adds a person to the fund, with a password that must be changed at the first sign-in.</summary>
public sealed class AddPerson(IServiceScopeFactory scopes)
{
    /// <summary>Whom to add.</summary>
    public sealed record Command(string Name, string Email, IReadOnlyCollection<string> Roles);

    /// <summary>The new account; its password is told this once.</summary>
    public sealed record Added(Guid Id, string OneTimePassword);

    /// <summary>Adds the person.</summary>
    public async Task<Result<Added>> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var validation = new Validator().Validate(command);
        if (!validation.IsValid)
        {
            return Result<Added>.Failed([.. validation.Errors.Select(failure => (Error)failure.CustomState)]);
        }

        await using var accounts = AccountScope.Open(scopes);
        var email = command.Email.Trim();
        var user = new StaffUser { FundId = fund, DisplayName = command.Name.Trim(), Email = email, UserName = email };
        var password = TemporaryPassword.Create();
        var created = Result.Done;
        await accounts.Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await accounts.Context.Database.BeginTransactionAsync(cancellationToken);
            created = await accounts.CreateAsync(user, password, command.Roles);
            if (created.IsSuccess)
            {
                AccountScope.Require(await accounts.Users.AddClaimAsync(user, new Claim(TemporaryPassword.Claim, "true")));
                await transaction.CommitAsync(cancellationToken);
            }
        });
        return created.IsSuccess ? new Added(user.Id, password) : Result<Added>.Failed(created.Errors);
    }

    /// <summary>What a person must have.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(command => command.Name.Trim()).Length(1, 200).WithState(_ => PeopleErrors.BadName);
            RuleFor(command => command.Email.Trim())
                .EmailAddress().WithState(_ => PeopleErrors.BadEmail).MaximumLength(254).WithState(_ => PeopleErrors.BadEmail);
            RuleFor(command => command.Roles)
                .Must(roles => roles.Count > 0 && roles.All(role => Role.All.Contains(role)))
                .WithState(_ => PeopleErrors.NoRole);
        }
    }
}
