using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>
/// "No more messages": a page with a button, and the one POST that mail programs send by themselves (RFC 8058). The token is the secret, so the
/// body of the POST is not looked at: there is nothing in it to protect or to believe.
/// </summary>
internal static class OptOutEndpoints
{
    public static async Task<IResult> ShowAsync(
        HttpContext http, RespondingPages pages, ViewOptOut view, string token, string? language, CancellationToken cancellationToken) =>
        Page(http, pages, token, language, await view.ExecuteAsync(new(token), cancellationToken));

    /// <summary>The address says what is refused, as the body is not looked at: this survey, or every survey of the fund.</summary>
    public static async Task<IResult> PostAsync(HttpContext http, RespondingPages pages, OptOut optOut, string token, string? language, string? surveys) =>
        // Not the request's own token: what was asked for is done even when the network is lost meanwhile.
        Page(http, pages, token, language, await optOut.ExecuteAsync(new(token, surveys == AppUrls.EverySurvey), CancellationToken.None));

    private static IResult Page(HttpContext http, RespondingPages pages, string token, string? language, Result<OptOutView> result) => result.IsSuccess
        ? RespondingPages.Page<OptOutPage>(StatusCodes.Status200OK, new OptOutPage.Content(
            MemberWords.In(Languages.IsKnown(language) ? language! : result.Value.Language), token, result.Value))
        : pages.Unknown(http);
}
