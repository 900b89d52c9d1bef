using KassaSurvey.Application.Features.Responding;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Holds the token while the member answers, so that it stands in no address, history or referrer.</summary>
internal static class MemberCookie
{
    public const string Name = "kassa-answer";

    /// <summary>A session cookie for this member's pages only: who closes a shared computer's browser leaves nothing.</summary>
    public static void Write(HttpContext http, string handle, string token) => http.Response.Cookies.Append(Name, token, new()
    {
        Path = AppUrls.Answers(handle), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true,
    });

    /// <summary>The token that belongs to these pages, or null.</summary>
    public static string? Read(HttpContext http, string handle, LinkReader links) =>
        http.Request.Cookies[Name] is { } token && links.HandleOf(token) == handle ? token : null;
}
