using KassaSurvey.Application.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Signing out: a form post, so that no link or picture can do it.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps <c>POST /account/sign-out</c>.</summary>
    public static void MapAccount(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AppUrls.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignInManager<StaffUser> signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await signIn.SignOutAsync();
            return Results.LocalRedirect(AppUrls.SignIn);
        });
}
