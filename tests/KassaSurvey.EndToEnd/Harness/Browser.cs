using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Harness;

/// <summary>One Chromium for a class or collection of tests; each test opens contexts (people) of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The narrow phone that every page has to fit.</summary>
    public const int Phone = 360;

    /// <summary>A common desktop.</summary>
    public const int Desktop = 1280;

    private const int Height = 800;
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is { } executable)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Chromium.Arguments });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A person with a browser: own cookies, own screen, own language.</summary>
    public async Task<IBrowserContext> OpenAsync(int width, string locale = "en-GB", bool script = true, bool bypassPolicy = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = Height },
            Locale = locale,
            JavaScriptEnabled = script,
            BypassCSP = bypassPolicy,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}
