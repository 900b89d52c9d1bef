using FluentValidation;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.People;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.Setup;

/// <summary>Starts an empty installation: the fund, its yearly survey and the first person who signs in.</summary>
public sealed class SetUpFund(IServiceScopeFactory scopes)
{
    /// <summary>Key of the survey that is made.</summary>
    public const string SurveyKey = "member-satisfaction";

    private static Error BadContactEmail { get; } = Error.Of("Setup.BadContactEmail");

    /// <summary>What is asked on the set-up page.</summary>
    public sealed record Command(
        string FundName, string FundKey, string DefaultLanguage, string ContactEmail, string AdminName, string AdminEmail, string Password);

    /// <summary>Makes everything or nothing. The operator's right; the caller proves it with the set-up code.</summary>
    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.IsOperator)
        {
            return AccessErrors.NotAllowed;
        }

        var validation = new Validator().Validate(command);
        if (!validation.IsValid)
        {
            return Result.Failed([.. validation.Errors.Select(failure => (Error)failure.CustomState)]);
        }

        await using var accounts = AccountScope.Open(scopes);
        var context = accounts.Context;
        var outcome = Result.Done;
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            outcome = await AddAsync(accounts, command, cancellationToken);
            if (outcome.IsSuccess)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        });
        return outcome;
    }

    private static async Task<Result> AddAsync(AccountScope accounts, Command command, CancellationToken cancellationToken)
    {
        if (await accounts.Context.Users.AnyAsync(cancellationToken))
        {
            return Error.Of("Setup.AlreadyDone");
        }

        if (await accounts.Context.Funds.AnyAsync(fund => fund.Key == command.FundKey, cancellationToken))
        {
            return Error.Of("Setup.FundKeyTaken", command.FundKey);
        }

        var name = command.FundName.Trim();
        var fund = Fund.Create(command.FundKey, LocalizedText.Of(name, name, name, name), command.DefaultLanguage, command.ContactEmail.Trim());
        accounts.Context.Funds.Add(fund);
        CreateSurvey.Add(accounts.Context, fund, SurveyKey, CreateSurvey.DefaultName);
        await accounts.Context.SaveChangesAsync(cancellationToken);
        var email = command.AdminEmail.Trim();
        var admin = new StaffUser { FundId = fund.Id, DisplayName = command.AdminName.Trim(), Email = email, UserName = email };
        return await accounts.CreateAsync(admin, command.Password, [Role.Admin]);
    }

    /// <summary>What the set-up needs.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(command => command.FundName.Trim()).Length(1, 200).WithState(_ => Error.Of("Setup.BadFundName"));
            RuleFor(command => command.FundKey).Must(CodeText.IsKey).WithState(_ => Error.Of("Setup.BadFundKey"));
            RuleFor(command => command.DefaultLanguage).Must(Languages.IsKnown).WithState(_ => Error.Of("Setup.BadLanguage"));
            RuleFor(command => command.ContactEmail.Trim())
                .EmailAddress().WithState(_ => BadContactEmail).MaximumLength(254).WithState(_ => BadContactEmail);
            RuleFor(command => command.AdminName.Trim()).Length(1, 200).WithState(_ => PeopleErrors.BadName);
            RuleFor(command => command.AdminEmail.Trim())
                .EmailAddress().WithState(_ => PeopleErrors.BadEmail).MaximumLength(254).WithState(_ => PeopleErrors.BadEmail);
        }
    }
}
