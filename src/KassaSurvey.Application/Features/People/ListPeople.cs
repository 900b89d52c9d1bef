using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.People;

/// <summary>Lists the people of the fund by name.</summary>
public sealed class ListPeople(IKassaDatabase database)
{
    /// <summary>A person who signs in.</summary>
    /// <param name="Id">The account.</param>
    /// <param name="Name">Name shown to colleagues.</param>
    /// <param name="Email">Address the person signs in with.</param>
    /// <param name="Roles">Roles, in the order of <see cref="Role.All"/>.</param>
    /// <param name="IsActive">False when deactivated.</param>
    /// <param name="HasTemporaryPassword">True until the person has chosen an own password.</param>
    public sealed record Person(
        Guid Id, string Name, string Email, ImmutableArray<string> Roles, bool IsActive, bool HasTemporaryPassword);

    /// <summary>Reads the list.</summary>
    public async Task<Result<IReadOnlyList<Person>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var context = database.For(viewer);
        var users = await context.Users.AsNoTracking()
            .Where(user => viewer.IsOperator || user.FundId == viewer.Fund)
            .Select(user => new
            {
                user.Id,
                user.DisplayName,
                user.Email,
                user.LockoutEnd,
                IsTemporary = context.UserClaims.Any(claim => claim.UserId == user.Id && claim.ClaimType == TemporaryPassword.Claim),
                Roles = context.UserRoles.Where(held => held.UserId == user.Id)
                    .Join(context.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return Result.Of<IReadOnlyList<Person>>(
        [
            .. users
                .Select(user => new Person(
                    user.Id, user.DisplayName, user.Email ?? "", [.. Role.All.Intersect(user.Roles)],
                    user.LockoutEnd != DateTimeOffset.MaxValue, user.IsTemporary))
                .OrderByDescending(person => person.IsActive)
                .ThenBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase),
        ]);
    }
}
