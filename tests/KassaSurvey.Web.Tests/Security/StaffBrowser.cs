using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KassaSurvey.Web.Tests.Security;

/// <summary>A browser without script: keeps cookies, fills in forms, shows redirects instead of following them.</summary>
public sealed class StaffBrowser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<Page> GetAsync(string address) => await Page.OfAsync(await client.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    public async Task<Page> SubmitAsync(string address, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(address);
        var form = page.Document.QuerySelector("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{address} answered {page.Status} and has no form.");
        var values = form.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        return await Page.OfAsync(await client.PostAsync(new Uri(address, UriKind.Relative), content));
    }

    public Task<Page> SignInAsync(string email, string password, string address = "/account/sign-in") =>
        SubmitAsync(address, ("Input.Email", email), ("Input.Password", password));
}

/// <summary>An answer of the site.</summary>
public sealed record Page(HttpStatusCode Status, string? Location, IHtmlDocument Document, HttpResponseMessage Response)
{
    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    public string Problems => Document.QuerySelector(".form-errors")?.TextContent ?? "";

    public static async Task<Page> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location is { IsAbsoluteUri: true } location ? location.PathAndQuery : response.Headers.Location?.ToString(),
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()),
        response);
}
