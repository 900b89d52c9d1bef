using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Infrastructure;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Letters for the printer, and reports of deliveries from gateways.</summary>
public static class SendingEndpoints
{
    /// <summary>Setting: the installation's key that gateways report with, of every fund.</summary>
    public const string KeySetting = "Sending:ReportKey";

    private const int LargestReport = 256 * 1024;

    /// <summary>Maps the letters of a step and <c>POST /api/v1/deliveries</c>.</summary>
    public static void MapSending(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/surveys/{survey}/{year:int}/letters/{step:int}.{format}", DownloadAsync)
            .RequireAuthorization(policy => policy.RequireRole(Role.Admin, Role.SurveyManager));
        endpoints.MapPost(AppUrls.Deliveries, TakeAsync)
            .WithSummary("Report what became of messages")
            .WithDescription("Answers { \"taken\": n, \"unknown\": n }. status is delivered, delayed, unknown_recipient, failed or complaint. Needs the permission 'deliveries'.")
            .Accepts<List<ReportedDelivery>>("application/json")
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(LargestReport), new SkipStatusCodePagesAttribute());
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext http, string survey, int year, int step, string format, [FromServices] GetLetters getLetters,
        [FromServices] IEnumerable<ILetterWriter> writers, CancellationToken cancellationToken)
    {
        if (writers.FirstOrDefault(known => known.Format == format) is not { } writer)
        {
            return Results.NotFound();
        }

        var letters = await getLetters.ExecuteAsync(http.User.ToViewer(), new(survey, year, step), cancellationToken);
        if (!letters.IsSuccess)
        {
            return Results.NotFound();
        }

        var file = TemporaryFile.Create();
        try
        {
            await writer.WriteAsync(letters.Value, file, cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file, writer.ContentType, $"{survey}-{year}-letters-{step}.{format}");
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http, [FromServices] RecordDelivery recordDelivery, [FromServices] ApiGate gate, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var entered = await EnterAsync(http, gate, configuration, cancellationToken);
        if (entered.Refusal is { } refusal)
        {
            return refusal;
        }

        // Read only now: who has no key gets nothing parsed.
        if (await ReadAsync(http.Request, cancellationToken) is not { } reports)
        {
            return ApiProblem.Unreadable("The body is a JSON array of objects with reference and status.");
        }

        var taken = 0;
        foreach (var report in reports)
        {
            if (NewsOf(report?.Status) is { } news)
            {
                taken += (await recordDelivery.ExecuteAsync(entered.Viewer, new(report!.Reference ?? "", news), CancellationToken.None)).Value ? 1 : 0;
            }
        }

        return Results.Ok(new { taken, unknown = reports.Count - taken });
    }

    /// <summary>The configured key is the installation's and reports for every fund; a fund's own key reports for that fund.</summary>
    private static async Task<ApiGate.Entered> EnterAsync(HttpContext http, ApiGate gate, IConfiguration configuration, CancellationToken cancellationToken) =>
        configuration[KeySetting] is { Length: > 0 } key && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(ApiGate.KeyOf(http))), SHA256.HashData(Encoding.UTF8.GetBytes(key)))
            ? new(Viewer.Operator, null)
            : await gate.EnterAsync(http, ApiScopes.Deliveries, cancellationToken);

    private static async Task<List<ReportedDelivery?>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<List<ReportedDelivery?>>(cancellationToken) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static DeliveryNews? NewsOf(string? status) => status switch
    {
        "delivered" => DeliveryNews.Delivered,
        "delayed" => DeliveryNews.Delayed,
        "unknown_recipient" => DeliveryNews.NoSuchRecipient,
        "failed" => DeliveryNews.Failed,
        "complaint" => DeliveryNews.Complaint,
        _ => null,
    };

    /// <param name="Reference">The message, as it was handed over.</param>
    /// <param name="Status">delivered, delayed, unknown_recipient, failed or complaint.</param>
    private sealed record ReportedDelivery(string? Reference, string? Status);
}
