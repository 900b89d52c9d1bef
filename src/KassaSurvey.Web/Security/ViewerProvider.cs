using KassaSurvey.Domain.Organisation;
using Microsoft.AspNetCore.Components.Authorization;

namespace KassaSurvey.Web.Security;

/// <summary>Tells a component who looks. Endpoints say <c>context.User.ToViewer()</c>.</summary>
public sealed class ViewerProvider(AuthenticationStateProvider authentication)
{
    /// <summary>The viewer of this circuit or request.</summary>
    public async Task<Viewer> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.ToViewer();
}
