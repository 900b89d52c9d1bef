using System.Globalization;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Portal;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Where the fund's own service sends a member: checks what it says and leads on to the member's first page. Writes nothing.</summary>
internal static class PortalEndpoints
{
    /// <summary>Longer than any number, key or signature.</summary>
    private const int LongestPart = 200;

    public static async Task<IResult> OpenAsync(
        HttpContext http, OpenFromPortal open, FaceCache faces, string fund, string? member, string? survey, string? expires, string? signature,
        string? language, CancellationToken cancellationToken)
    {
        if (new[] { fund, member, survey, signature }.Any(part => part?.Length > LongestPart) || member is null || signature is null
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until))
        {
            return RespondingPages.PortalExpired(http);
        }

        var token = await open.ExecuteAsync(new(new(fund, member, survey ?? "", until), signature), cancellationToken);
        if (token.IsSuccess)
        {
            var first = AppUrls.Survey(token.Value, ResponseMode.Portal);
            return new SeeOther(Languages.IsKnown(language) ? first + AppUrls.InLanguage(language!) : first);
        }

        return token.Errors[0] == PortalErrors.NothingToAnswer && await faces.GetAsync(fund, cancellationToken) is { } face
            ? RespondingPages.PortalNone(http, face)
            : RespondingPages.PortalExpired(http);
    }
}
