using System.Globalization;
using System.Security.Claims;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Security;

/// <summary>What a signed-in person's cookie says, and the viewer it stands for.</summary>
public static class StaffClaims
{
    /// <summary>The fund's id.</summary>
    public const string Fund = "kassa:fund";

    /// <summary>The name shown to colleagues.</summary>
    public const string DisplayName = "kassa:name";

    /// <summary>The viewer that this person is; <see cref="Viewer.Nobody"/> when not signed in.</summary>
    public static Viewer ToViewer(this ClaimsPrincipal person) =>
        person.Identity?.IsAuthenticated == true
        && long.TryParse(person.FindFirstValue(Fund), NumberStyles.None, CultureInfo.InvariantCulture, out var fund)
            ? Viewer.Staff(
                FundId.From(fund),
                person.FindFirstValue(DisplayName) ?? "",
                person.FindAll(ClaimTypes.Role).Select(role => role.Value),
                person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "")
            : Viewer.Nobody;
}
