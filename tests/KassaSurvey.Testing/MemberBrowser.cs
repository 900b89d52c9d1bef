using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KassaSurvey.Testing;

/// <summary>A browser without script: loads pages, fills in the form it is given, presses a button, follows the redirect.</summary>
public sealed class MemberBrowser(HttpClient http)
{
    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IHtmlFormElement Form => Page.QuerySelector<IHtmlFormElement>("form#survey") ?? throw new InvalidOperationException($"No form on {Path}: {Heading}");

    public async Task OpenAsync(string path)
    {
        Path = path;
        await ReadAsync(await http.GetAsync(path));
    }

    /// <summary>Checks the radio or box of a question.</summary>
    public void Choose(string code, string value)
    {
        var input = Page.QuerySelector<IHtmlInputElement>($"input[name='q-{code}'][value='{value}']")
            ?? throw new InvalidOperationException($"No {code}={value} on {Path}");
        if (input.Type == "radio")
        {
            foreach (var other in Page.QuerySelectorAll<IHtmlInputElement>($"input[type=radio][name='q-{code}']"))
            {
                other.IsChecked = false;
            }
        }

        input.IsChecked = true;
    }

    public void Type(string code, string text) => Page.QuerySelector<IHtmlTextAreaElement>($"textarea[name='q-{code}']")!.Value = text;

    public bool IsChosen(string code, string value) =>
        Page.QuerySelector<IHtmlInputElement>($"input[name='q-{code}'][value='{value}']")!.IsChecked;

    /// <summary>Presses a button of the form: its value is "next", "back", "submit" or a language.</summary>
    public Task PressAsync(string value)
    {
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("button[type=submit]").Last(each => each.Value == value);
        return SendAsync([.. Fields(), new(button.Name!, button.Value)]);
    }

    /// <summary>Presses the one button of the first page.</summary>
    public Task StartAsync() => SendAsync([.. Fields()]);

    /// <summary>Posts these fields to the form's address and follows the redirect.</summary>
    public async Task SendAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        Path = new Uri(Form.Action, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } address ? address.PathAndQuery : Form.Action;
        using var content = new FormUrlEncodedContent(fields);
        await ReadAsync(await http.PostAsync(Path, content));
        if (Status == HttpStatusCode.SeeOther)
        {
            await OpenAsync(Response.Headers.Location!.ToString());
        }
    }

    /// <summary>What the form would send without a button.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        foreach (var input in Form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked))
        {
            yield return new(input.Name!, input.Value);
        }

        foreach (var area in Form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
        {
            yield return new(area.Name!, area.Value);
        }
    }

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => await http.PostAsync(path, content);

    /// <summary>Posts these fields and shows the answer, redirects too.</summary>
    public async Task PostFormAsync(string path, params KeyValuePair<string, string>[] fields)
    {
        Path = path;
        using var content = new FormUrlEncodedContent(fields);
        await ReadAsync(await http.PostAsync(path, content));
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        (Response, Status) = (response, response.StatusCode);
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
