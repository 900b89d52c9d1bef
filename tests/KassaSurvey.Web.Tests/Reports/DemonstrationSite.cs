using System.Text.Json.Nodes;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Commands;
using KassaSurvey.Web.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The site with the demonstration fund, made once for the tests that only read.</summary>
public sealed class DemonstrationSite : IAsyncLifetime
{
    public const string Name = "demonstration";

    public SiteHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        var demonstration = await Host.Services.GetRequiredService<CreateDemonstration>().ExecuteAsync(Viewer.Operator, CancellationToken.None);
        await using var scope = Host.Services.CreateAsyncScope();
        await DemoAccounts.AddAsync(scope.ServiceProvider, demonstration.Value.Fund);
    }

    /// <summary>A browser in which a person of this role has signed in.</summary>
    public async Task<StaffBrowser> SignInAsync(string role)
    {
        var browser = Host.NewBrowser();
        await browser.SignInAsync(DemoAccounts.All.Single(account => account.Role == role).Email, DemoAccounts.Password);
        return browser;
    }

    /// <summary>What the <c>results</c> verb says of a year and conditions "segment:value".</summary>
    public async Task<ResultsDocument> ResultsAsync(int year, params string[] where) => ResultsDocument.Of(await ReadAsync(year, where));

    /// <summary>The results behind it.</summary>
    public async Task<SurveyResults> ReadAsync(int year, params string[] where)
    {
        var population = where.Where(condition => condition.Length > 0).Select(condition => condition.Split(':'))
            .Aggregate(Population.Everybody, (all, parts) => all.With(parts[0], parts[1]));
        var query = new GetResults.Query(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, year, null, population);
        return (await Host.Services.GetRequiredService<GetResults>().ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Value;
    }

    /// <summary>Asks for a file as an analyst of the fund, lets it be made, and downloads it.</summary>
    public async Task<HttpResponseMessage> ExportAsync(ExportChoices choices, Viewer? asker = null)
    {
        var analyst = asker ?? await ViewerAsync(Role.Analyst);
        var asked = await Host.Services.GetRequiredService<RequestExport>().ExecuteAsync(analyst, CreateDemonstration.SurveyKey, choices, CancellationToken.None);
        Assert.Empty(asked.Errors);
        // The site makes it by itself, woken by the request.
        var mine = Host.Services.GetRequiredService<MyExports>();
        while ((await mine.ListAsync(analyst, CancellationToken.None)).Single(listed => listed.Export.Id == asked.Value).Export.IsUnfinished)
        {
            await Task.Delay(20);
        }

        return await (await SignInAsync(Role.Analyst)).Client.GetAsync(new Uri(ResultUrls.ExportFile(asked.Value), UriKind.Relative));
    }

    /// <summary>The demonstration's person of this role.</summary>
    public async Task<Viewer> ViewerAsync(string role, params string[] more)
    {
        await using var db = Host.Services.GetRequiredService<IKassaDatabase>().For(Viewer.Operator);
        var fund = await db.Funds.SingleAsync(row => row.Key == CreateDemonstration.FundKey);
        var email = DemoAccounts.All.Single(account => account.Role == role).Email;
        var account = await db.Users.SingleAsync(user => user.Email == email);
        return Viewer.Staff(fund.Id, role, [role, .. more], account.Id.ToString());
    }

    /// <summary>A key of the fund for its own systems.</summary>
    public async Task<string> ApiKeyAsync(ApiScopes scopes)
    {
        await using var db = Host.Open();
        var fund = await db.Funds.SingleAsync(row => row.Key == CreateDemonstration.FundKey);
        var made = await Host.Services.GetRequiredService<MakeApiKey>()
            .ExecuteAsync(Viewer.Staff(fund.Id, "admin", [Role.Admin]), new("warehouse", scopes), CancellationToken.None);
        return made.Value;
    }

    /// <summary>What a system of the fund reads.</summary>
    public async Task<JsonNode> ApiResultsAsync(string query)
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await ApiKeyAsync(ApiScopes.Results));
        return JsonNode.Parse(await client.GetStringAsync(new Uri(AppUrls.ApiResults + query, UriKind.Relative)))!;
    }

    Task IAsyncLifetime.DisposeAsync() => ((IAsyncLifetime)Host).DisposeAsync();
}

/// <summary>The tests that share the demonstration fund.</summary>
[CollectionDefinition(DemonstrationSite.Name)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationSite>;
