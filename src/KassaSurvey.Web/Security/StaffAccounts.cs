using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Security;

/// <summary>The accounts of staff: stored in the same database, with the rules of passwords and lock-out.</summary>
public static class StaffAccounts
{
    /// <summary>Shortest password.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Wrong passwords before an account is locked.</summary>
    public const int TriesBeforeLockOut = 5;

    /// <summary>How long an account stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Adds users, roles and passwords; enough for verbs, which nobody signs in to.</summary>
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services)
    {
        // Accounts are looked up before it is known whose fund they belong to.
        services.AddScoped(provider => provider.GetRequiredService<IKassaDatabase>().For(Viewer.Operator));
        services
            .AddIdentityCore<StaffUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = ShortestPassword;
                options.Lockout.MaxFailedAccessAttempts = TriesBeforeLockOut;
                options.Lockout.DefaultLockoutTimeSpan = LockedFor;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<KassaDbContext>()
            .AddClaimsPrincipalFactory<StaffClaimsFactory>();
        return services;
    }
}
