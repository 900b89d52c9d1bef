using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Keys;
using Microsoft.AspNetCore.Mvc;

namespace KassaSurvey.Web.Endpoints;

/// <summary>What a fund's own systems send, members and that members were served, and the results they read (docs/api.md).</summary>
public static class ApiEndpoints
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";
    private const int LargestBody = 2 * 1024 * 1024;

    /// <summary>Adds what lets systems in, and the description of the API.</summary>
    public static IServiceCollection AddKassaApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiGate>();
        services.AddSingleton<ApiCall>();
        services.AddSingleton<ApiResults>();
        return services.AddApiDescription();
    }

    /// <summary>Maps <c>/api/v1/members</c>, <c>/api/v1/contacts</c>, <c>/api/v1/results</c> and the description.</summary>
    public static void MapKassaApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi(AppUrls.OpenApi).AllowAnonymous();
        endpoints.MapPost(AppUrls.ApiMembers, MembersAsync)
            .WithSummary("Send members")
            .WithDescription(
                "Adds members and updates those known by their number. Good rows are taken, the others answered with their reasons. "
                + "The same rows again change nothing. Needs the permission 'members'.")
            .Accepts<List<ApiMember>>(Json, ApiBody.Lines)
            .Answers();
        endpoints.MapPost(AppUrls.ApiContacts, ContactsAsync)
            .WithSummary("Tell that members were served")
            .WithDescription(
                "Takes contacts of members with the fund, each id once, and moves the members' last contact. Surveys after contacts ask about them. "
                + "Needs the permission 'contacts'.")
            .Accepts<List<ApiContact>>(Json, ApiBody.Lines)
            .Answers();
        endpoints.MapApiResults();
    }

    private static Task<IResult> MembersAsync(HttpContext http, [FromServices] ApiCall call, [FromServices] TakeMembers takeMembers) =>
        call.RunAsync(http, ApiScopes.Members, takeMembers.ExecuteAsync);

    private static Task<IResult> ContactsAsync(HttpContext http, [FromServices] ApiCall call, [FromServices] TakeContacts takeContacts) =>
        call.RunAsync(http, ApiScopes.Contacts, takeContacts.ExecuteAsync);

    private static void Answers(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<ApiOutcome>(StatusCodes.Status200OK, Json)
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status409Conflict, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status422UnprocessableEntity, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, Problem)
        .Produces<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, Problem)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody), new SkipStatusCodePagesAttribute());
}
