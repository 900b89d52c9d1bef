using System.Net;
using System.Text.RegularExpressions;

namespace KassaSurvey.Benchmarks.Pages;

/// <summary>A signed-in person's browser that opens pages and reads them to the end.</summary>
internal sealed partial class StaffClient : IDisposable
{
    private const string SignIn = "/account/sign-in";

    private readonly HttpClient _http;

    private StaffClient(HttpClient http) => _http = http;

    /// <summary>Signs in.</summary>
    public static async Task<StaffClient> OpenAsync(Uri server, string email, string password, int connections)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, CookieContainer = new CookieContainer() })
        {
            BaseAddress = server, Timeout = TimeSpan.FromMinutes(2),
        };
#pragma warning restore CA2000
        var page = await http.GetStringAsync(new Uri(SignIn, UriKind.Relative));
        var fields = HiddenField().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent([.. fields, new("Input.Email", email), new("Input.Password", password)]);
        using var answer = await http.PostAsync(new Uri(SignIn, UriKind.Relative), form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/"
            ? new(http) : throw new InvalidOperationException($"Signing in: {answer.StatusCode} at {answer.RequestMessage.RequestUri}");
    }

    /// <summary>Opens a page of results; one without figures is an error.</summary>
    public async Task<int> ReadAsync(string address, Random random)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && page.Contains("ks-table", StringComparison.Ordinal)
            ? 1 : throw new InvalidOperationException($"{address}: {answer.StatusCode}, no figures");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();
}
