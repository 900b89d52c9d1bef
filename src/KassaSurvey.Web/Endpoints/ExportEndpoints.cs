using System.Globalization;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The files of exports, for the one who asked.</summary>
public static class ExportEndpoints
{
    /// <summary>Maps <c>/exports/{export}/file</c>.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet(ResultUrls.ExportPage + "/{export:long}/file", TakeAsync)
        .RequireAuthorization(policy => policy.RequireRole(Role.Admin, Role.SurveyManager, Role.Manager, Role.Analyst));

    private static async Task<IResult> TakeAsync(
        HttpContext context, long export, [FromServices] MyExports exports, CancellationToken cancellationToken)
    {
        // A download that broke off asks for the rest: it was taken once.
        var ranges = context.Request.GetTypedHeaders().Range?.Ranges;
        var isContinued = ranges is not null && ranges.All(range => range.From > 0);
        var opened = await exports.OpenAsync(context.User.ToViewer(), new DataExportId(export), isContinued, cancellationToken);
        return opened.IsSuccess
            ? Results.Stream(
                opened.Value.Content, opened.Value.ContentType, opened.Value.Name,
                entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{opened.Value.Sha256}\"")), enableRangeProcessing: true)
            : Results.NotFound();
    }
}
