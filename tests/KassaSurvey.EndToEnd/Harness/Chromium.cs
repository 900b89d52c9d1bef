namespace KassaSurvey.EndToEnd.Harness;

/// <summary>Finds a browser: the one named by <c>CHROMIUM</c>, the system's, or Playwright's own.</summary>
internal static class Chromium
{
    /// <summary>Shown beside each test that had to be skipped.</summary>
    public const string Missing =
        "No Chromium found: install the package chromium, name one in the environment variable CHROMIUM, or run playwright.ps1 install chromium.";

    /// <summary>No sandbox and no graphics in a container; no update, no probe and no request of its own.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Its executable, or null.</summary>
    public static string? Executable => Found.Value;

    private static string? Find()
    {
        string?[] known = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser"];
        return known.Concat(Playwrights()).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Playwrights()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string?[] folders =
        [
            Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH"), Path.Combine(home, ".cache", "ms-playwright"),
            Path.Combine(home, "Library", "Caches", "ms-playwright"), Path.Combine(local, "ms-playwright"),
        ];
        string[] names = ["chrome", "chrome.exe", "Chromium"];
        return folders.OfType<string>().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "chromium-*").OrderDescending())
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => names.Contains(Path.GetFileName(file), StringComparer.Ordinal));
    }
}
