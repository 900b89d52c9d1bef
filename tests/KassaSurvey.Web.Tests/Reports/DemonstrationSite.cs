using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Commands;
using KassaSurvey.Web.Tests.Security;
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

    Task IAsyncLifetime.DisposeAsync() => ((IAsyncLifetime)Host).DisposeAsync();
}

/// <summary>The tests that share the demonstration fund.</summary>
[CollectionDefinition(DemonstrationSite.Name)]
public sealed class DemonstrationCollection : ICollectionFixture<DemonstrationSite>;
