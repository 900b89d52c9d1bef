using KassaSurvey.Application.Features.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The first page behind a member's link, and its start button.</summary>
internal static class RespondingLanding
{
    public static Task<IResult> ShowAsync(
        HttpContext http, RespondingPages pages, string? token, string? language, CancellationToken cancellationToken) =>
        pages.LandingAsync(http, token, language, expired: false, cancellationToken);

    public static async Task<IResult> StartAsync(
        HttpContext http, RespondingPages pages, StartResponse start, LinkReader links, RespondingLimits limits, string? token,
        CancellationToken cancellationToken)
    {
        if (links.PassOf(token) is not { } pass)
        {
            return pages.Unknown(http);
        }

        if (await PostedForm.ReadAsync(http, pass, cancellationToken) is not { } form)
        {
            return pages.Unreadable(http);
        }

        if (!form.IsOurs)
        {
            return await pages.LandingAsync(http, token, form.Language, expired: true, cancellationToken);
        }

        if (!limits.Allow(pass))
        {
            return RespondingPages.TooMany(http);
        }

        // Not the request's own token: what has been asked for is finished even when the phone loses the network meanwhile.
        var result = await start.ExecuteAsync(new(token, form.Language, EntryWay.ModeOf(http)), CancellationToken.None);
        if (!result.IsSuccess)
        {
            return await pages.LandingAsync(http, token, form.Language, expired: false, cancellationToken);
        }

        MemberCookie.Write(http, pass);
        return new SeeOther(AppUrls.Answer(pass.Handle, result.Value.Page));
    }
}
