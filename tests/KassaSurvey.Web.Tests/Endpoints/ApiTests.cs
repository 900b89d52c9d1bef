using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Tests.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed partial class ApiTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const string Members = "/api/v1/members";
    private const string Contacts = "/api/v1/contacts";
    private const string Deliveries = "/api/v1/deliveries";

    [Fact]
    public async Task Examples_OfTheDescriptionAndOfTheDocument_AreTheSameAndAreTaken()
    {
        using var client = host.CreateClient();
        var paths = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();
        var written = RequestBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md")))
            .ToDictionary(match => match.Groups["address"].Value, match => match.Groups["body"].Value);
        Assert.Equal([Contacts, Deliveries, Members], paths.Where(path => path.Value!["post"] is not null).Select(path => path.Key).Order(StringComparer.Ordinal));
        var key = await KeyAsync(ApiScopes.Members | ApiScopes.Contacts | ApiScopes.Deliveries);

        // Members first: contacts are of members that are known.
        foreach (var address in new[] { Members, Contacts, Deliveries })
        {
            var described = paths[address]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;
            Assert.True(JsonNode.DeepEquals(described, JsonNode.Parse(written[address])), $"docs/api.md has another example of {address}");
            var (status, answer) = await PostAsync(client, address, key, written[address]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(0, (int?)answer["refused"] ?? 0);
        }
    }

    [Fact]
    public async Task Description_EachFieldAndEachAnswer_IsDescribed()
    {
        using var client = host.CreateClient();
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;

        foreach (var name in new[] { "ApiMember", "ApiContact", "ApiOutcome", "ApiRow", "ApiRowProblem" })
        {
            Assert.All(
                document["components"]!["schemas"]![name]!["properties"]!.AsObject(),
                field => Assert.False(string.IsNullOrEmpty((string?)field.Value!["description"]), $"{name}.{field.Key} is not described"));
        }

        Assert.Equal(
            ["200", "400", "401", "403", "409", "413", "422", "429", "503"],
            document["paths"]![Contacts]!["post"]!["responses"]!.AsObject().Select(answer => answer.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Request_WithoutAGoodKey_IsAProblemAndTakesNothing()
    {
        using var client = host.CreateClient();
        var contactsOnly = await KeyAsync(ApiScopes.Contacts);
        const string Body = """[ { "number": "nobody" } ]""";

        await IsProblemAsync(client, Members, "", Body, HttpStatusCode.Unauthorized, "key-unknown");
        await IsProblemAsync(client, Members, contactsOnly[..^3] + "AAA", Body, HttpStatusCode.Unauthorized, "key-unknown");
        await IsProblemAsync(client, Members, contactsOnly, Body, HttpStatusCode.Forbidden, "scope-missing");
        await IsProblemAsync(client, Deliveries, contactsOnly, "[]", HttpStatusCode.Forbidden, "scope-missing");

        await using var db = host.Open();
        Assert.False(await db.Members.AnyAsync(member => member.Number == "nobody"));
    }

    [Fact]
    public async Task Request_ThatCannotBeRead_SaysWhy()
    {
        using var client = host.CreateClient();
        var key = await KeyAsync(ApiScopes.Members);
        var many = "[" + string.Join(',', Enumerable.Repeat("{}", 1001)) + "]";

        await IsProblemAsync(client, Members, key, "[\n{ \"number\": ", HttpStatusCode.BadRequest, "unreadable");
        await IsProblemAsync(client, Members, key, "{}", HttpStatusCode.BadRequest, "unreadable");
        await IsProblemAsync(client, Members, key, "number;1", HttpStatusCode.UnsupportedMediaType, "wrong-type", "text/csv");
        await IsProblemAsync(client, "/api/v1/nothing", key, "[]", HttpStatusCode.NotFound, "no-such-address");
        await IsProblemAsync(client, Members, key, many, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Lines_WithGoodAndBadRows_TakeTheGoodAndSayWhereTheOthersAre()
    {
        using var client = host.CreateClient();
        var key = await KeyAsync(ApiScopes.Members);
        const string Lines = "{ \"number\": \"line-1\" }\n\n{ \"number\": \n{ \"number\": \"line-4\", \"email\": \"nowhere\" }\n";

        var (status, answer) = await PostAsync(client, Members, key, Lines, "application/x-ndjson");

        Assert.Equal((HttpStatusCode.OK, 1, 2), (status, (int)answer["added"]!, (int)answer["refused"]!));
        Assert.Equal(
            [(1, "added", null), (3, "refused", ""), (4, "refused", "email")],
            answer["results"]!.AsArray().Select(row => ((int)row!["row"]!, (string?)row["outcome"], (string?)row["problems"]!.AsArray().FirstOrDefault()?["field"])));
    }

    [Fact]
    public async Task Field_OfAMemberWhoHadLeft_ChangesThatFieldOnly()
    {
        using var client = host.CreateClient();
        var key = await KeyAsync(ApiScopes.Members);
        await PostAsync(client, Members, key, """[ { "number": "gone", "standing": "left", "leftOn": "2025-01-31" } ]""");

        await PostAsync(client, Members, key, """[ { "number": "gone", "email": "gone@example.org" } ]""");

        await using var db = host.Open();
        var member = await db.Members.SingleAsync(row => row.Number == "gone");
        Assert.Equal((MemberStanding.Left, new DateOnly(2025, 1, 31), "gone@example.org"), (member.Standing, member.LeftOn, member.Email));
    }

    [Fact]
    public async Task Request_ThatComesAgain_IsAnsweredAsBefore_AndItsKeyStandsForNoOtherBody()
    {
        using var client = host.CreateClient();
        var key = await KeyAsync(ApiScopes.Members);
        const string Body = """[ { "number": "again" } ]""";

        var first = await PostAsync(client, Members, key, Body, retry: "r1");
        var second = await PostAsync(client, Members, key, Body, retry: "r1");
        var withoutRetryKey = await PostAsync(client, Members, key, Body);

        Assert.Equal((1, 1), ((int)first.Answer["added"]!, (int)second.Answer["added"]!));
        Assert.Equal((0, 1), ((int)withoutRetryKey.Answer["added"]!, (int)withoutRetryKey.Answer["unchanged"]!));
        var other = await PostAsync(client, Members, key, """[ { "number": "other" } ]""", retry: "r1");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:kassasurvey:problem:idempotency-key-reused"), (other.Status, (string?)other.Answer["type"]));
    }

    [Fact]
    public async Task Key_UsedTooOften_IsToldToWait()
    {
        await using var slow = host.WithWebHostBuilder(builder => builder.UseSetting("Api:RequestsPerKeyAMinute", "2"));
        using var client = slow.CreateClient();
        var (key, another) = (await KeyAsync(ApiScopes.Members), await KeyAsync(ApiScopes.Members));
        await PostAsync(client, Members, key, "[]");
        await PostAsync(client, Members, key, "[]");

        await IsProblemAsync(client, Members, key, "[]", HttpStatusCode.TooManyRequests, "too-many-requests");

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, Members, another, "[]")).Status);
    }

    private async Task<string> KeyAsync(ApiScopes scopes) => (await host.Services.GetRequiredService<MakeApiKey>()
        .ExecuteAsync(host.Survey.Staff(Role.Admin), new("A system", scopes), CancellationToken.None)).Value;

    private static async Task IsProblemAsync(
        HttpClient client, string address, string key, string body, HttpStatusCode status, string kind, string type = "application/json")
    {
        using var request = Request(address, key, body, type);
        using var response = await client.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal($"urn:kassasurvey:problem:{kind}", (string?)problem["type"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
        Assert.Equal(status == HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Count > 0);
        Assert.Equal(status == HttpStatusCode.TooManyRequests, response.Headers.RetryAfter is not null);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(
        HttpClient client, string address, string key, string body, string type = "application/json", string? retry = null)
    {
        using var request = Request(address, key, body, type);
        if (retry is not null)
        {
            request.Headers.Add("Idempotency-Key", retry);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private static HttpRequestMessage Request(string address, string key, string body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = key.Length > 0 ? new AuthenticationHeaderValue("Bearer", key) : null;
        return request;
    }

    /// <summary>The first JSON block after the heading of an address.</summary>
    [GeneratedRegex(@"^## POST (?<address>\S+)$.*?^```json\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex RequestBlock();
}
