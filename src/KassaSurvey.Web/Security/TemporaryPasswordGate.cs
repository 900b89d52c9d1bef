using KassaSurvey.Application.Features.People;

namespace KassaSurvey.Web.Security;

/// <summary>A person with a one-time password chooses an own one before anything else.</summary>
public sealed class TemporaryPasswordGate(RequestDelegate next)
{
    /// <summary>Leads the person to the password page from every page but those of the account.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.HasClaim(claim => claim.Type == TemporaryPassword.Claim) || IsOpen(context))
        {
            return next(context);
        }

        context.Response.Redirect(AppUrls.Password);
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null
        || context.Request.Path == AppUrls.Password
        || context.Request.Path == AppUrls.SignOut;
}
