using KassaSurvey.Domain.Responding;
using KassaSurvey.Web.Security;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Brings the receipt code from the submission to the thank-you page, past the redirect, and to no address or log.</summary>
internal static class ReceiptCookie
{
    public const string Name = "kassa-receipt";

    /// <summary>Long enough to reload the page and write the code down, short enough for a shared computer.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);

    public static void Write(HttpContext http, string handle, string receipt) => http.Response.Cookies.Append(Name, receipt, new()
    {
        Path = AppUrls.Answers(handle), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !http.IsPlainLoopback(), IsEssential = true,
        MaxAge = Age,
    });

    /// <summary>The code in its written form; null for anything else that a browser may send.</summary>
    public static string? Read(HttpContext http) => ReceiptCode.Tidy(http.Request.Cookies[Name]);
}
