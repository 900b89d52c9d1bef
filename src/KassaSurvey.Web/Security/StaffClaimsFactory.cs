using System.Globalization;
using System.Security.Claims;
using KassaSurvey.Application.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KassaSurvey.Web.Security;

/// <summary>Puts the fund and the shown name beside Identity's own claims.</summary>
public sealed class StaffClaimsFactory(
    UserManager<StaffUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffUser, IdentityRole<Guid>>(users, roles, options)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(StaffClaims.Fund, user.FundId.Value.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(StaffClaims.DisplayName, user.DisplayName));
        return identity;
    }
}
