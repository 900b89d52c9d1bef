using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Web.Security;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Holds the token while the member answers, so that it stands in no address, history or referrer.</summary>
internal static class MemberCookie
{
    public const string Name = "kassa-answer";

    /// <summary>A session cookie for this member's pages only: who closes a shared computer's browser leaves nothing.</summary>
    public static void Write(HttpContext http, MemberPass pass) => http.Response.Cookies.Append(Name, pass.Token, new()
    {
        Path = AppUrls.Answers(pass.Handle), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !http.IsPlainLoopback(), IsEssential = true,
    });

    /// <summary>The pass that belongs to these pages, or null.</summary>
    public static MemberPass? Read(HttpContext http, string handle, LinkReader links) =>
        links.PassOf(http.Request.Cookies[Name]) is { } pass && pass.Handle == handle ? pass : null;
}
