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
    public Task<IPage> SignInAsync(IBrowserContext person, string role) => SignInAsync(App, person, role);

    /// <summary>The same on another running program.</summary>
    public static async Task<IPage> SignInAsync(AppProcess app, IBrowserContext person, string role)
    {
        var (email, password) = app.SignInOf(role);
        var page = await person.NewPageAsync();
        await page.GotoAsync(app.Address + "/account/sign-in");
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

    /// <summary>Opens the interviewer's page and waits until it is live.</summary>
    public async Task OpenInterviewsAsync(IPage page)
    {
        await page.GotoAsync(App.Address + "/interviews");
        await LiveAsync(page, ".call-search input");
    }

    /// <summary>Opens the page of the portal key and waits until it is live.</summary>
    public async Task OpenPortalKeyAsync(IPage page)
    {
        await page.GotoAsync(App.Address + "/administration/portal");
        await LiveAsync(page, "button.mud-button-root");
    }

    /// <summary>Member number and code of everybody in this year's wave who has not answered, as the letters' file has them.</summary>
    public async Task<IReadOnlyList<(string Member, string Code)>> LettersAsync()
    {
        var file = App.Database + ".letters.csv";
        var year = TimeProvider.System.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture);
        await App.VerbAsync("letters", "--fund", "demo", "--survey", "member-satisfaction", "--year", year, "--out", file);
        return [.. (await File.ReadAllLinesAsync(file)).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[2]))];
    }

    /// <summary>Opens an address and waits until one of its elements is live.</summary>
    public Task OpenAsync(IPage page, string path, string element) => OpenAsync(App, page, path, element);

    /// <summary>The same on another running program.</summary>
    public static async Task OpenAsync(AppProcess app, IPage page, string path, string element)
    {
        await page.GotoAsync(app.Address + path);
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
