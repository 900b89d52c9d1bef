using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Commands;

/// <summary>One account for each role of the demonstration fund.</summary>
public static class DemoAccounts
{
    /// <summary>The password of every demonstration account. It opens made-up data on the own machine and is printed at each start.</summary>
    public const string Password = "Demonstration-2020";

    /// <summary>Role and sign-in name.</summary>
    public static IReadOnlyList<(string Role, string Email)> All { get; } =
    [
        (Role.Admin, "admin@demo.example"),
        (Role.SurveyManager, "surveys@demo.example"),
        (Role.Manager, "manager@demo.example"),
        (Role.Analyst, "analyst@demo.example"),
        (Role.Interviewer, "interviewer@demo.example"),
    ];

    /// <summary>Adds the accounts that are not there yet.</summary>
    public static async Task AddAsync(IServiceProvider services, FundId fund)
    {
        var roles = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in Role.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Must(await roles.CreateAsync(new(role)));
            }
        }

        var users = services.GetRequiredService<UserManager<StaffUser>>();
        foreach (var (role, email) in All)
        {
            if (await users.FindByEmailAsync(email) is not null)
            {
                continue;
            }

            var user = new StaffUser { UserName = email, Email = email, EmailConfirmed = true, FundId = fund, DisplayName = role };
            Must(await users.CreateAsync(user, Password));
            Must(await users.AddToRoleAsync(user, role));
            if (role is Role.Manager or Role.Analyst)
            {
                Must(await users.AddToRoleAsync(user, Role.CommentReader));
            }
        }
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
