using KassaSurvey.Application.Features.Responding;
using Microsoft.AspNetCore.Antiforgery;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The first page behind a member's link, and its start button.</summary>
internal static class RespondingLanding
{
    public static Task<IResult> ShowAsync(
        HttpContext http, RespondingPages pages, string? token, string? language, CancellationToken cancellationToken) =>
        pages.LandingAsync(http, token, language, expired: false, cancellationToken);

    public static async Task<IResult> StartAsync(
        HttpContext http, RespondingPages pages, StartResponse start, LinkReader links, IAntiforgery antiforgery, string? token,
        CancellationToken cancellationToken)
    {
        if (links.HandleOf(token) is null)
        {
            return pages.Unknown(http);
        }

        if (await PostedForm.ReadAsync(http, antiforgery, cancellationToken) is not { } form)
        {
            return pages.Unreadable(http);
        }

        if (!form.IsOurs)
        {
            return await pages.LandingAsync(http, token, form.Language, expired: true, cancellationToken);
        }

        // Not the request's own token: what has been asked for is finished even when the phone loses the network meanwhile.
        var result = await start.ExecuteAsync(new(token, form.Language), CancellationToken.None);
        if (!result.IsSuccess)
        {
            return await pages.LandingAsync(http, token, form.Language, expired: false, cancellationToken);
        }

        MemberCookie.Write(http, result.Value.Handle, token!);
        return new SeeOther(AppUrls.Answer(result.Value.Handle, result.Value.Page));
    }
}
