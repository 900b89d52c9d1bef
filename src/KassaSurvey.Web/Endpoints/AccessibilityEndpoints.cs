using System.Threading.RateLimiting;
using KassaSurvey.Application.Features.Accessibility;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Each fund's accessibility statement and its feedback form: open to everybody, plain requests, no script.</summary>
public static class AccessibilityEndpoints
{
    private const string Feedback = nameof(Feedback);
    private const int PostsAMinute = 10;

    /// <summary>Adds the limit of how fast feedback can be sent; an office shares one address, so it is not tight.</summary>
    public static IServiceCollection AddAccessibility(this IServiceCollection services) =>
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(Feedback, context =>
            RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = PostsAMinute, Window = TimeSpan.FromMinutes(1) })));

    /// <summary>Maps <c>/accessibility/…</c>. Call it after <c>MapStaticAssets</c>.</summary>
    public static IEndpointRouteBuilder MapAccessibility(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup(AppUrls.Accessibility)
            .AllowAnonymous()
            .AddEndpointFilter(RespondingHeaders.AddAsync)
            .WithMetadata(new RequestSizeLimitAttribute(RespondingEndpoints.MaximumBody), RespondingEndpoints.AssetsOf(endpoints));
        pages.MapGet("", FindAsync);
        pages.MapGet("/{fundKey}", ShowAsync);
        pages.MapPost("/{fundKey}", SendAsync).RequireRateLimiting(Feedback);
        return endpoints;
    }

    /// <summary>Staff are led to their own fund's statement, everybody else to the only fund there is, or to a choice.</summary>
    private static async Task<IResult> FindAsync(HttpContext http, ListFunds funds, CancellationToken cancellationToken)
    {
        var words = RespondingPages.WordsOf(http);
        var listed = await funds.ExecuteAsync(cancellationToken);
        var own = http.User.ToViewer().Fund;
        return listed.Where(fund => fund.Id == own || listed.Count == 1).ToList() is [var fund]
            ? new SeeOther(AppUrls.AccessibilityOf(fund.Key, words.Language))
            : RespondingPages.Page<AccessibilityIndex>(StatusCodes.Status200OK, new AccessibilityIndex.Content(words, listed));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, FaceCache faces, IAntiforgery antiforgery, string fundKey, bool? sent, CancellationToken cancellationToken) =>
        await faces.GetAsync(fundKey, cancellationToken) is { } face
            ? Page(http, antiforgery, face, StatusCodes.Status200OK, new("", ""), [], isSent: sent == true)
            : Results.NotFound();

    private static async Task<IResult> SendAsync(
        HttpContext http, FaceCache faces, SendFeedback send, IAntiforgery antiforgery, string fundKey, CancellationToken cancellationToken)
    {
        if (await faces.GetAsync(fundKey, cancellationToken) is not { } face)
        {
            return Results.NotFound();
        }

        if (await PostedFeedback.ReadAsync(http, cancellationToken) is not { } posted)
        {
            return Results.BadRequest();
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(http, antiforgery, face, StatusCodes.Status400BadRequest, posted, [], isExpired: true);
        }

        var result = await send.ExecuteAsync(new(fundKey, posted.Text, posted.ReplyTo), CancellationToken.None);
        return result.IsSuccess
            ? new SeeOther(AppUrls.FeedbackSent(fundKey, RespondingPages.WordsOf(http).Language))
            : Page(http, antiforgery, face, StatusCodes.Status422UnprocessableEntity, posted, result.Errors);
    }

    private static IResult Page(
        HttpContext http, IAntiforgery antiforgery, PublicFace face, int status, PostedFeedback posted, IReadOnlyList<Error> errors,
        bool isSent = false, bool isExpired = false) =>
        RespondingPages.Page<AccessibilityPage>(status, new AccessibilityPage.Content(
            RespondingPages.WordsOf(http), face, antiforgery.GetAndStoreTokens(http).RequestToken!, posted.Text, posted.ReplyTo, errors, isSent,
            isExpired));
}
