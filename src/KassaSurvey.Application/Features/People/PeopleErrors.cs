using KassaSurvey.Domain.Primitives;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Application.Features.People;

/// <summary>Expected failures with accounts.</summary>
public static class PeopleErrors
{
    /// <summary>No such person in the fund.</summary>
    public static Error Unknown { get; } = Error.Of("People.Unknown");

    /// <summary>A person without a role could do nothing.</summary>
    public static Error NoRole { get; } = Error.Of("People.NoRole");

    /// <summary>The fund would be left without anybody to manage its people.</summary>
    public static Error LastAdmin { get; } = Error.Of("People.LastAdmin");

    /// <summary>A name is missing or too long.</summary>
    public static Error BadName { get; } = Error.Of("People.BadName");

    /// <summary>Not an e-mail address.</summary>
    public static Error BadEmail { get; } = Error.Of("People.BadEmail");

    /// <summary>The address has an account.</summary>
    public static Error EmailTaken { get; } = Error.Of("People.EmailTaken");

    /// <summary>Too many wrong passwords; the account is locked for a while.</summary>
    public static Error LockedOut { get; } = Error.Of("People.LockedOut");

    /// <summary>What Identity found wrong, each once. It tells the same of user name and address, which are one here.</summary>
    public static IReadOnlyList<Error> From(IdentityResult result, IdentityOptions options) =>
    [
        .. result.Errors.Select(error => error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => EmailTaken,
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => BadEmail,
            nameof(IdentityErrorDescriber.PasswordTooShort) => Error.Of($"People.{error.Code}", options.Password.RequiredLength),
            _ => Error.Of($"People.{error.Code}"),
        }).Distinct(),
    ];
}
