using System.Net;
using System.Text;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>A member's browser without script: opens the link, fills in every form it is given, ends at the thank-you page.</summary>
public sealed class FormClient : IDisposable
{
    private const int MostPages = 40;

    private readonly HttpClient _http;

    /// <summary>Makes a client that keeps so many connections open.</summary>
    public FormClient(Uri server, int connections)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = connections })
        {
            BaseAddress = server, Timeout = TimeSpan.FromMinutes(1),
        };
#pragma warning restore CA2000
    }

    /// <summary>Opens the first page.</summary>
    public async Task<int> OpenAsync(string token, Random random)
    {
        using var answer = await _http.GetAsync(new Uri($"/s/{token}", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK && page.Contains("<form", StringComparison.Ordinal)
            ? 1 : throw new InvalidOperationException($"First page: {answer.StatusCode}");
    }

    /// <summary>Answers the whole survey.</summary>
    public async Task<int> AnswerAsync(string token, Random random)
    {
        var walk = new Walk(_http);
        var page = await walk.SendAsync(HttpMethod.Get, $"/s/{token}", null);
        for (var step = 0; step < MostPages; step++)
        {
            if (FormFields.Read(page, random) is not { } form)
            {
                return page.Contains("class=\"sign\"", StringComparison.Ordinal)
                    ? walk.Requests : throw new InvalidOperationException($"Ended on another page than the thanks: {page[..Math.Min(page.Length, 400)]}");
            }

            page = await walk.SendAsync(HttpMethod.Post, form.Action, form.Fields);
        }

        throw new InvalidOperationException("Too many pages");
    }

    /// <summary>Posts to the bare loop.</summary>
    public async Task<int> PostBareAsync(string number, Random random)
    {
        // Never the same twice: SQLite does not write what stands there already.
        using var content = new FormUrlEncodedContent([new("response", number), new("value", $"{Guid.NewGuid():N}")]);
        using var answer = await _http.PostAsync(new Uri("/", UriKind.Relative), content);
        return (int)answer.StatusCode < 400 ? 1 : throw new InvalidOperationException($"Bare loop: {answer.StatusCode}");
    }

    /// <summary>Opens the bare loop's page.</summary>
    public async Task<int> GetBareAsync(string number, Random random)
    {
        await _http.GetStringAsync(new Uri("/", UriKind.Relative));
        return 1;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>One member's cookies and requests.</summary>
    private sealed class Walk(HttpClient http)
    {
        private readonly Dictionary<string, string> _cookies = [];

        public int Requests { get; private set; }

        public async Task<string> SendAsync(HttpMethod method, string address, List<KeyValuePair<string, string>>? fields)
        {
            for (var hop = 0; hop < 5; hop++)
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
                if (_cookies.Count > 0)
                {
                    request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
                }

                Requests++;
                using var answer = await http.SendAsync(request);
                Keep(answer);
                if (answer.StatusCode == HttpStatusCode.SeeOther)
                {
                    (method, address, fields) = (HttpMethod.Get, answer.Headers.Location!.OriginalString, null);
                    continue;
                }

                return answer.StatusCode == HttpStatusCode.OK
                    ? Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())
                    : throw new InvalidOperationException($"{method} {answer.StatusCode}");
            }

            throw new InvalidOperationException("Redirects without end");
        }

        private void Keep(HttpResponseMessage answer)
        {
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                foreach (var cookie in cookies)
                {
                    var equals = cookie.IndexOf('=', StringComparison.Ordinal);
                    _cookies[cookie[..equals]] = cookie[(equals + 1)..].Split(';', 2)[0];
                }
            }
        }
    }
}
