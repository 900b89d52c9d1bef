using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>What a fund's own systems send, over HTTP on a real database, as docs/api.md says.</summary>
public sealed partial class ApiTests : IAsyncLifetime
{
    private readonly SiteHost _site = new();

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        await _site.SetUpAsync();
    }

    public async Task DisposeAsync() => await ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public async Task Examples_OfTheDocumentation_AreTakenWhole_AndTakenOnce()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Endpoints", "api.md"));
        var key = await KeyAsync(ApiScopes.Members | ApiScopes.Contacts);
        foreach (var (name, path, rows) in new[] { ("members", "/api/v1/members", 2), ("contacts", "/api/v1/contacts", 1) })
        {
            var body = Example().Matches(page).Single(match => match.Groups["name"].Value == name).Groups["body"].Value;
            var first = await PostAsync(path, key, body);
            var again = await PostAsync(path, key, body);

            Assert.Equal((rows, rows, 0), (Number(first, "rows"), Number(first, "added"), Number(first, "refused")));
            Assert.Equal((0, rows), (Number(again, "added"), Number(again, "unchanged")));
        }

        await using var db = _site.Open();
        var member = await db.Members.AsNoTracking().SingleAsync(row => row.Number == "104711");
        Assert.Equal(new DateOnly(2026, 5, 31), member.LastContactOn);
    }

    [Fact]
    public async Task BadRows_AreToldWithTheirPlace_AndTheGoodOnesGoOn()
    {
        var answer = await PostAsync(
            "/api/v1/members", await KeyAsync(ApiScopes.Members), """[{"number":"1"},{"number":"2","email":"x"},{"email":"a@b.fi"},7]""", language: "fi");

        Assert.Equal((4, 1, 3), (Number(answer, "rows"), Number(answer, "added"), Number(answer, "refused")));
        var rows = answer.Json!.RootElement.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["added", "refused", "refused", "refused"], rows.Select(row => row.GetProperty("outcome").GetString()));
        Assert.Contains("sähköposti", rows[1].GetProperty("problems")[0].GetProperty("reason").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "[]", HttpStatusCode.Unauthorized, "key-unknown")]
    [InlineData("kassa_0000000000.forged", "[]", HttpStatusCode.Unauthorized, "key-unknown")]
    [InlineData("contacts", "[]", HttpStatusCode.Forbidden, "scope-missing")]
    [InlineData("members", "{\"number\":", HttpStatusCode.BadRequest, "unreadable")]
    [InlineData("members", "\"text\"", HttpStatusCode.BadRequest, "unreadable")]
    public async Task Request_ThatCannotBeTaken_IsAProblemWithAName(string key, string body, HttpStatusCode status, string kind)
    {
        var carried = key switch
        {
            "contacts" => await KeyAsync(ApiScopes.Contacts),
            "members" => await KeyAsync(ApiScopes.Members),
            _ => key,
        };

        var answer = await PostAsync("/api/v1/members", carried, body);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        Assert.EndsWith(kind, answer.Json!.RootElement.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IdempotencyKey_RepeatsTheAnswer_AndRefusesAnotherBody()
    {
        var key = await KeyAsync(ApiScopes.Members);
        var first = await PostAsync("/api/v1/members", key, """[{"number":"1"}]""", "order-1");
        var again = await PostAsync("/api/v1/members", key, """[{"number":"1"}]""", "order-1");
        var other = await PostAsync("/api/v1/members", key, """[{"number":"2"}]""", "order-1");

        Assert.Equal((1, 1), (Number(first, "added"), Number(again, "added")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        await using var db = _site.Open();
        Assert.False(await db.Members.AnyAsync(row => row.Number == "2"));
    }

    [Fact]
    public async Task EndedKey_OpensNothing()
    {
        var key = await KeyAsync(ApiScopes.Members);
        var admin = await _site.AdminAsync();
        var row = (await _site.Services.GetRequiredService<ListApiKeys>().ExecuteAsync(admin, CancellationToken.None)).Value.Single();
        await _site.Services.GetRequiredService<RevokeApiKey>().ExecuteAsync(admin, row.Id, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("/api/v1/members", key, "[]")).Status);
        await using var db = _site.Open();
        var stored = await db.ApiKeys.AsNoTracking().SingleAsync();
        Assert.DoesNotContain(key, JsonSerializer.Serialize(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_AreRowsToo()
    {
        var answer = await PostAsync("/api/v1/members", await KeyAsync(ApiScopes.Members), "{\"number\":\"1\"}\n{\"number\":\"2\"}\n", type: "application/x-ndjson");

        Assert.Equal((2, 2), (Number(answer, "rows"), Number(answer, "added")));
    }

    [Fact]
    public async Task Description_NamesEveryPathWithItsAnswers()
    {
        using var client = _site.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));

        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(["/api/v1/contacts", "/api/v1/deliveries", "/api/v1/members"], paths.EnumerateObject().Select(path => path.Name).Order());
        Assert.Equal(
            ["200", "400", "401", "403", "409", "413", "422", "429", "503"],
            paths.GetProperty("/api/v1/members").GetProperty("post").GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order());
    }

    private static int Number(Answer answer, string name) => answer.Json!.RootElement.GetProperty(name).GetInt32();

    private async Task<string> KeyAsync(ApiScopes scopes) =>
        (await _site.Services.GetRequiredService<MakeApiKey>().ExecuteAsync(await _site.AdminAsync(), new("test", scopes), CancellationToken.None)).Value;

    private async Task<Answer> PostAsync(
        string path, string key, string body, string? idempotency = null, string type = "application/json", string language = "en")
    {
        using var client = _site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (idempotency is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotency);
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text.Length > 0 ? JsonDocument.Parse(text) : null);
    }

    [GeneratedRegex("```json (?<name>\\w+)\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private sealed record Answer(HttpStatusCode Status, string? Type, JsonDocument? Json);
}
