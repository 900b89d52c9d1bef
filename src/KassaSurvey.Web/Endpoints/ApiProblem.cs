using KassaSurvey.Domain.Keys;

namespace KassaSurvey.Web.Endpoints;

/// <summary>What the API answers when a request as a whole cannot be taken: RFC 9457, each kind with a name of its own.</summary>
internal static class ApiProblem
{
    private const string Kind = "urn:kassasurvey:problem:";

    public static IResult KeyUnknown { get; } = Of(
        StatusCodes.Status401Unauthorized, "key-unknown", "The key is not known or has been ended.",
        "Send the header 'Authorization: Bearer kassa_…' with a key of your fund. Keys are made under Administration, API keys.");

    public static IResult Failed { get; } = Of(
        StatusCodes.Status503ServiceUnavailable, "not-now", "The request could not be finished.", "Nothing was taken. Send the same request again.");

    public static IResult TooLarge { get; } = Of(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The request is too large.",
        $"Send at most {Application.Features.Keys.ApiLimits.MostRows} rows and two megabytes at a time. Nothing was taken.");

    public static IResult TooMany { get; } = Of(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests.", "Wait a minute and send the same request again. Nothing was taken.");

    public static IResult OtherBody { get; } = Of(
        StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "The Idempotency-Key stood for another body.",
        "A new body needs a new Idempotency-Key. Nothing was taken.");

    public static IResult Meanwhile { get; } = Of(
        StatusCodes.Status409Conflict, "taken-meanwhile", "The same rows were written by another request at the same moment.",
        "Nothing was taken. Send the same request again.");

    public static IResult ScopeMissing(ApiScopes scope) => Of(
        StatusCodes.Status403Forbidden, "scope-missing", "The key may not do this.", $"The key needs the permission '{scope.ToString().ToLowerInvariant()}'.");

    /// <summary>There are no such results.</summary>
    /// <param name="detail">Which part of the address names nothing.</param>
    public static IResult NoSuchResults(string detail) => Of(StatusCodes.Status404NotFound, "no-such-results", "There are no such results.", detail);

    public static IResult NotClosed { get; } = Of(
        StatusCodes.Status409Conflict, "not-closed", "The wave is in the field.",
        "Results are given once the wave is closed: two readings of an open wave would differ by the answers of a few.");

    public static IResult Unreadable(string detail) => Of(
        StatusCodes.Status400BadRequest, "unreadable", "The request cannot be read.", $"{detail} Nothing was taken.");

    /// <summary>Answers what no address took: programs are not sent the pages that people are.</summary>
    public static Task AnswerAsync(HttpContext http) => (StatusOf(http) switch
    {
        StatusCodes.Status415UnsupportedMediaType => Of(
            StatusCodes.Status415UnsupportedMediaType, "wrong-type", "The Content-Type cannot be taken.",
            $"The Content-Type is application/json (an array) or, for members and contacts, {ApiBody.Lines} (one object a line). Nothing was taken."),
        var status => Of(status, "no-such-address", "Nothing is taken here.", $"The addresses are {AppUrls.ApiMembers}, {AppUrls.ApiContacts} and {AppUrls.Deliveries}, by POST, and {AppUrls.ApiResults}, by GET."),
    }).ExecuteAsync(http);

    // An address that takes the request but not its type is passed by for the page of unknown addresses.
    private static int StatusOf(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status404NotFound && HttpMethods.IsPost(http.Request.Method)
            && http.Request.Path.Value is AppUrls.ApiMembers or AppUrls.ApiContacts or AppUrls.Deliveries
            ? StatusCodes.Status415UnsupportedMediaType
            : http.Response.StatusCode;

    private static IResult Of(int status, string kind, string title, string detail) => Results.Problem(detail, null, status, title, Kind + kind);
}
