using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Application.Features.People;

/// <summary>
/// Identity's managers over one context of their own, for one execution: a circuit's would live for hours and remember
/// accounts as they once were.
/// </summary>
public sealed class AccountScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private AccountScope(AsyncServiceScope scope) => _scope = scope;

    /// <summary>The context that both managers save to; it sees every fund.</summary>
    public KassaDbContext Context => _scope.ServiceProvider.GetRequiredService<KassaDbContext>();

    /// <summary>Accounts.</summary>
    public UserManager<StaffUser> Users => _scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();

    private RoleManager<IdentityRole<Guid>> Roles => _scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();

    /// <summary>Opens a scope.</summary>
    public static AccountScope Open(IServiceScopeFactory scopes) => new(scopes.CreateAsyncScope());

    /// <summary>The person, when of this viewer's fund.</summary>
    public Task<StaffUser?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        Context.Users.SingleOrDefaultAsync(
            user => user.Id == id && (viewer.IsOperator || user.FundId == viewer.Fund), cancellationToken);

    /// <summary>Makes an account with these roles.</summary>
    public async Task<Result> CreateAsync(StaffUser user, string password, IEnumerable<string> roles)
    {
        var created = await Users.CreateAsync(user, password);
        if (!created.Succeeded)
        {
            return Result.Failed(PeopleErrors.From(created, Users.Options));
        }

        await SetRolesAsync(user, roles);
        return Result.Done;
    }

    /// <summary>Gives the account exactly these roles.</summary>
    public async Task SetRolesAsync(StaffUser user, IEnumerable<string> roles)
    {
        var wanted = roles.ToHashSet(StringComparer.Ordinal);
        foreach (var role in wanted)
        {
            if (!await Roles.RoleExistsAsync(role))
            {
                Require(await Roles.CreateAsync(new(role)));
            }
        }

        var had = await Users.GetRolesAsync(user);
        Require(await Users.RemoveFromRolesAsync(user, had.Except(wanted)));
        Require(await Users.AddToRolesAsync(user, wanted.Except(had)));
    }

    /// <summary>True when somebody else who can sign in is an admin of the same fund.</summary>
    public async Task<bool> HasOtherAdminAsync(StaffUser user) =>
        (await Users.GetUsersInRoleAsync(Role.Admin)).Any(other => other.FundId == user.FundId && other.Id != user.Id && IsActive(other));

    /// <summary>True unless the account was deactivated; a lock-out after wrong passwords passes.</summary>
    public static bool IsActive(StaffUser user) => user.LockoutEnd != DateTimeOffset.MaxValue;

    /// <summary>Throws when Identity refused what cannot be refused: a bug, not a person's mistake.</summary>
    public static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Code)));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
