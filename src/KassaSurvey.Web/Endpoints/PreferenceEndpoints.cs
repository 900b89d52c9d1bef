using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Layout;
using Microsoft.AspNetCore.Localization;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Language and theme of this browser, kept in cookies.</summary>
public static class PreferenceEndpoints
{
    /// <summary>The cookie of the chosen language.</summary>
    public const string LanguageCookie = "kassa.language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Maps the two choices; each comes back to the page it was made on.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        var preferences = endpoints.MapGroup("/preferences").AllowAnonymous();
        preferences.MapGet("/language/{language}", (string language, HttpContext context) =>
            Languages.IsKnown(language)
                ? Keep(context, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new(language)))
                : Results.NotFound());
        preferences.MapGet("/theme/{theme}", (string theme, HttpContext context) =>
            Theme.IsKnown(theme) ? Keep(context, Theme.ChoiceCookie, theme) : Results.NotFound());
    }

    private static IResult Keep(HttpContext context, string cookie, string value)
    {
        context.Response.Cookies.Append(cookie, value, new() { HttpOnly = true, IsEssential = true, MaxAge = Kept, SameSite = SameSiteMode.Lax });
        return Results.LocalRedirect(AppUrls.LocalOrOverview(context.Request.Query[AppUrls.ReturnParameter]));
    }
}
