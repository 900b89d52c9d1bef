using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A fund's colour and logo, which browsers keep for good because the address changes with them, and the admin's preview.</summary>
public static class FaceEndpoints
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string Shortly = "public, max-age=60";

    /// <summary>Maps <c>/fund/{key}/…</c> and the preview.</summary>
    public static IEndpointRouteBuilder MapFaces(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AppUrls.Faces + "/{fundKey}/{version}.css", StyleAsync).AllowAnonymous();
        endpoints.MapGet(AppUrls.Faces + "/{fundKey}/logo-{version}", LogoAsync).AllowAnonymous();
        endpoints.MapGet(AppUrls.FundFace + "/preview", PreviewAsync)
            .RequireAuthorization(new AuthorizeAttribute { Roles = Role.Admin })
            .WithMetadata(RespondingEndpoints.AssetsOf(endpoints));
        return endpoints;
    }

    private static async Task<IResult> StyleAsync(
        HttpContext http, FaceCache faces, string fundKey, string version, CancellationToken cancellationToken)
    {
        if (await faces.GetAsync(fundKey, cancellationToken) is not { Colour: { } colour } face)
        {
            return Results.NotFound();
        }

        Keep(http, version == face.StyleVersion);
        return Results.Text(FaceStyle.Of(colour), "text/css; charset=utf-8");
    }

    private static async Task<IResult> LogoAsync(
        HttpContext http, FaceCache faces, string fundKey, string version, CancellationToken cancellationToken)
    {
        if (await faces.GetAsync(fundKey, cancellationToken) is not { Logo: { } logo })
        {
            return Results.NotFound();
        }

        Keep(http, version == logo.Version);
        return Results.Bytes(logo.Bytes.AsMemory(), logo.MediaType);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext http, PreviewFace preview, string? language, CancellationToken cancellationToken)
    {
        var shown = await preview.ExecuteAsync(http.User.ToViewer(), cancellationToken);
        if (!shown.IsSuccess || shown.Value is not { } form)
        {
            return Results.NotFound();
        }

        return RespondingPages.Preview(form, Languages.IsKnown(language) ? language! : form.Face.DefaultLanguage);
    }

    /// <summary>An address of an older version shows what is true now, and is asked for again soon.</summary>
    private static void Keep(HttpContext http, bool isCurrent) => http.Response.Headers.CacheControl = isCurrent ? ForGood : Shortly;
}
