using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>The feed of results: the verb's figures and no others, for those with a key for it.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class ApiResultsTests(DemonstrationSite site)
{
    private const string Address = "/api/v1/results";

    [Theory]
    [InlineData("?year=2020", 2020, null)]
    [InlineData("?survey=member-satisfaction&year=2019&compare=2016&where=region:Uusimaa&where=age:18-34", 2019, 2016)]
    [InlineData("?year=2021", 2021, null)]
    public async Task Json_OfAYear_IsTheVerbsDocument(string asked, int year, int? compare)
    {
        var population = asked.Contains("where", StringComparison.Ordinal) ? Population.Everybody.With("region", "Uusimaa").With("age", "18-34") : Population.Everybody;
        var query = new GetResults.Query(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, year, compare, population);
        var expected = ResultsDocument.Of((await site.Host.Services.GetRequiredService<GetResults>().ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Value);

        var answer = await GetAsync(asked, await site.ApiKeyAsync(ApiScopes.Results));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(JsonNode.DeepEquals(
            JsonSerializer.SerializeToNode(expected, ResultsJson.Options), JsonNode.Parse(await answer.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task Csv_OfAPopulation_HasTheFiguresOfTheJson()
    {
        var key = await site.ApiKeyAsync(ApiScopes.Results);
        var overall = (await site.ResultsAsync(2020, "region:Uusimaa")).Questions.Single(question => question.Code == "OVERALL");

        var csv = await (await GetAsync("?year=2020&where=region:Uusimaa&format=csv", key)).Content.ReadAsStringAsync();

        var lines = csv.TrimStart('\uFEFF').Split('\n');
        var mean = Array.IndexOf(lines[0].Split(','), "mean");
        var row = lines.Single(line => line.StartsWith("OVERALL,", StringComparison.Ordinal) || line.Contains(",OVERALL,", StringComparison.Ordinal));
        Assert.True(mean > 0, lines[0]);
        Assert.Contains(overall.Mean!.Value.ToString("R", CultureInfo.InvariantCulture), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_SentBack_SaysThatNothingHasChanged()
    {
        var key = await site.ApiKeyAsync(ApiScopes.Results);
        var first = await GetAsync("?year=2020", key);
        var other = await GetAsync("?year=2019", key);

        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
        var again = await GetAsync("?year=2020", key, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("?year=2019", key, first.Headers.ETag)).StatusCode);
    }

    [Theory]
    [InlineData("?year=1999", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?year=x", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?survey=nothing", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?year=2020&where=planet:Mars", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?year=2020&where=region", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?year=2020&format=xml", HttpStatusCode.NotFound, "no-such-results")]
    [InlineData("?year=2026", HttpStatusCode.Conflict, "not-closed")]
    [InlineData("?year=2020&compare=2026", HttpStatusCode.Conflict, "not-closed")]
    public async Task Results_ThatThereAreNot_AreAProblemWithItsReason(string asked, HttpStatusCode status, string kind)
    {
        var answer = await GetAsync(asked, await site.ApiKeyAsync(ApiScopes.Results));

        Assert.Equal(status, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal("urn:kassasurvey:problem:" + kind, (string?)problem["type"]);
        Assert.NotEqual("", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Key_WithoutThePermission_ReadsNothing_AndOneWithItReadsNothingElse()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("", await site.ApiKeyAsync(ApiScopes.Members))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("", "")).StatusCode);
        using var client = site.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/reports/csv?year=2020", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", await site.ApiKeyAsync(ApiScopes.Results));
        Assert.NotEqual("text/csv", (await client.SendAsync(request)).Content.Headers.ContentType?.MediaType);
    }

    private async Task<HttpResponseMessage> GetAsync(string asked, string key, EntityTagHeaderValue? tag = null)
    {
        using var client = site.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address + asked, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", key);
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await client.SendAsync(request);
    }
}
