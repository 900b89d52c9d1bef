using System.CommandLine;
using System.Data.Common;
using KassaSurvey.Web.Security;

namespace KassaSurvey.Web.Commands;

/// <summary><c>serve</c>: runs the site until it is stopped. The verb when none is given.</summary>
public static class ServeCommand
{
    private const string SettingPrefix = "--";

    /// <summary>Where the site listens.</summary>
    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = $"Where to listen, for example http://127.0.0.1:5080 (several: separated by semicolons). Default: {WebHost.DefaultUrl}.",
        HelpName = "URLS",
    };

    /// <summary>Makes the verb.</summary>
    public static Command Build()
    {
        var command = new Command("serve", "Serve the site. Any setting can be given as --Section:Key=value.");
        AddTo(command);
        return command;
    }

    /// <summary>Makes serving what happens when no verb is given.</summary>
    public static void MakeDefaultOf(RootCommand root) => AddTo(root);

    /// <summary>Serves until stopped.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="beforeStart">Work on the up-to-date database before the first request, or null.</param>
    /// <param name="defaults">Settings of a verb; what the environment says comes first.</param>
    public static async Task<int> RunAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task>? beforeStart = null, params IEnumerable<KeyValuePair<string, string?>> defaults)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var settings = defaults.Where(setting => given[setting.Key] is null).Concat(CommandHost.SettingsOf(parsed)).Select(setting => $"{SettingPrefix}{setting.Key}={setting.Value}").ToList();
        if (parsed.GetValue(Urls) is { Length: > 0 } urls)
        {
            settings.Add($"{SettingPrefix}urls={urls}");
        }

        await using var app = WebHost.Build([.. parsed.UnmatchedTokens, .. settings]);
        var stopping = app.Lifetime.ApplicationStopping;
        await DatabaseStart.PrepareAsync(app.Services, stopping);
        if (beforeStart is not null)
        {
            await beforeStart(app.Services, stopping);
        }

        await SetupNotice.PrintAsync(app.Services, stopping);
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine($"KassaSurvey is ready: {string.Join(", ", app.Urls)}"));
        await app.RunAsync();
        return CommandLine.Done;
    }

    private static void AddTo(Command command)
    {
        command.Options.Add(Urls);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(token => !IsSetting(token)) is { } unknown)
            {
                await Console.Error.WriteLineAsync($"'{unknown}' is neither a verb nor a setting (--Section:Key=value). See: --help");
                return CommandLine.WrongUsage;
            }

            return await RunOrSayWhyNotAsync(parsed);
        });
    }

    /// <summary>A port that is taken or a database that does not answer is the operator's to mend: one line, no stack.</summary>
    private static async Task<int> RunOrSayWhyNotAsync(ParseResult parsed)
    {
        try
        {
            return await RunAsync(parsed);
        }
        catch (Exception failure) when (failure is IOException or DbException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return CommandLine.Failed;
        }
    }

    private static bool IsSetting(string token) =>
        token.StartsWith(SettingPrefix, StringComparison.Ordinal) && token.IndexOf('=', StringComparison.Ordinal) > SettingPrefix.Length;
}
