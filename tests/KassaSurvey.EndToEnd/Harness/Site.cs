using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Harness;

/// <summary>A running demonstration and a browser, shared by the tests that leave the program alive.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Name = "Site";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private AppProcess? _app;

    public Browser Browser { get; } = new();

    public AppProcess App => _app!;

    public async Task InitializeAsync()
    {
        await Browser.InitializeAsync();
        // Without a browser every test is skipped, and nothing needs to run.
        _app = Chromium.Executable is null ? null : await AppProcess.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>Signs a person in on the sign-in page, as that person would.</summary>
    public async Task<IPage> SignInAsync(IBrowserContext person, string role)
    {
        var (email, password) = App.SignInOf(role);
        var page = await person.NewPageAsync();
        await page.GotoAsync(App.Address + "/account/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Opens the overview of a year and waits until its controls follow a click: the circuit has taken over from the first picture.</summary>
    public async Task OpenOverviewAsync(IPage page, int year)
    {
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{App.Address}/?year={year}"));
        await LiveAsync(page, ".ks-controls [role=combobox]");
    }

    /// <summary>Opens the page of the fund's face and waits until it is live.</summary>
    public async Task OpenFaceAsync(IPage page)
    {
        await page.GotoAsync(App.Address + "/administration/fund");
        await LiveAsync(page, "#face-logo");
    }

    /// <summary>Opens an address and waits until one of its elements is live.</summary>
    public async Task OpenAsync(IPage page, string path, string element)
    {
        await page.GotoAsync(App.Address + path);
        await LiveAsync(page, element);
    }

    private static async Task LiveAsync(IPage page, string element)
    {
        var control = page.Locator(element).First;
        // Blazor marks the elements that it refers to, and it does so only once the page is live.
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (await control.EvaluateAsync<bool>("element => element.getAttributeNames().some(name => name.startsWith('_bl_'))"))
            {
                // The theme follows the device in the render after that.
                await page.WaitForTimeoutAsync((float)Settling.TotalMilliseconds);
                return;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException($"{page.Url} did not become interactive.");
    }

    /// <summary>Responses of this year's open wave, asked of the program the way a script does.</summary>
    public Task<long> CountResponsesAsync() => CountResponsesAsync(App);

    /// <summary>Responses of this year's open wave of another running program.</summary>
    public static async Task<long> CountResponsesAsync(AppProcess app)
    {
        var year = TimeProvider.System.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);
        var json = await app.VerbAsync("results", "--fund", "demo", "--survey", "member-satisfaction", "--year", year, "--format", "json");
        using var results = JsonDocument.Parse(json);
        return results.RootElement.GetProperty("responses").GetInt64();
    }
}

/// <summary>Tests that share a <see cref="Site"/> run one after another.</summary>
[CollectionDefinition(Site.Name)]
public sealed class SiteTests : ICollectionFixture<Site>;
