using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Authorization;

namespace KassaSurvey.Web.Endpoints;

/// <summary>A draft as members will see it, and its file for a translator. Nothing here writes.</summary>
public static class AuthoringEndpoints
{
    private const string PreviewPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Maps <c>/surveys/{survey}/{year}/preview/{page}</c> and <c>…/translations</c>.</summary>
    public static void MapAuthoring(this IEndpointRouteBuilder endpoints)
    {
        var waves = endpoints.MapGroup(AppUrls.Surveys + "/{survey}/{year:int}").RequireAuthorization(new AuthorizeAttribute { Roles = Access.Surveys });
        waves.MapGet("/preview/{page:int}", PreviewAsync).WithMetadata(RespondingEndpoints.AssetsOf(endpoints));
        waves.MapGet("/translations", TranslationsAsync);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext http, FindWave findWave, PreviewDraft preview, string survey, int year, int page, string? language, CancellationToken cancellationToken)
    {
        var viewer = http.User.ToViewer();
        var found = await findWave.ExecuteAsync(viewer, new(survey, year), cancellationToken);
        var read = found.IsSuccess ? await preview.ExecuteAsync(viewer, found.Value, cancellationToken) : Result<SurveyForm>.Failed(found.Errors);
        if (!read.IsSuccess || page < 0 || page > read.Value.Questionnaire.Pages.Length)
        {
            return Results.NotFound();
        }

        // Shown inside the editor's own page, and nowhere else.
        http.Response.Headers.ContentSecurityPolicy = PreviewPolicy;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return RespondingPages.Preview(read.Value, page, Languages.IsKnown(language) ? language! : read.Value.Face.DefaultLanguage);
    }

    private static async Task<IResult> TranslationsAsync(
        HttpContext http, FindWave findWave, ExportTranslations export, ITranslationFile translations, string survey, int year,
        CancellationToken cancellationToken)
    {
        var viewer = http.User.ToViewer();
        var found = await findWave.ExecuteAsync(viewer, new(survey, year), cancellationToken);
        if (!found.IsSuccess)
        {
            return Results.NotFound();
        }

        var file = TemporaryFile.Create();
        try
        {
            var written = await export.ExecuteAsync(viewer, found.Value, file, cancellationToken);
            if (!written.IsSuccess)
            {
                await file.DisposeAsync();
                return Results.NotFound();
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return Results.Stream(file, translations.ContentType, $"{survey}-{year}-translations{translations.FileExtension}");
    }
}
