using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace KassaSurvey.EndToEnd.Harness;

/// <summary>
/// The real program as a user starts it: <c>demo</c> in an empty folder, on a free port. It can be killed at any moment and
/// started again on the same database, and its verbs can be run beside it.
/// </summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-e2e-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    private readonly IReadOnlyDictionary<string, string> _settings;

    private AppProcess(IReadOnlyDictionary<string, string> settings) => (_settings, Address) = (settings, $"http://127.0.0.1:{FreePort()}");

    /// <summary>Where the site listens.</summary>
    public string Address { get; }

    /// <summary>Everything on standard error since the first start.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>The program's database file.</summary>
    public string Database => Path.Combine(_folder, "e2e.db");

    /// <summary>Starts the demonstration on a database of its own.</summary>
    /// <param name="settings">Settings, as environment variables.</param>
    public static async Task<AppProcess> StartAsync(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var app = new AppProcess(settings.ToDictionary());
        await app.RunAsync();
        return app;
    }

    /// <summary>The sign-in name and password that the program printed for a role.</summary>
    public (string Email, string Password) SignInOf(string role)
    {
        var line = _output.Select(text => SignIn().Match(text)).Last(match => match.Success && match.Groups[1].Value == role);
        return (line.Groups[2].Value, line.Groups[3].Value);
    }

    /// <summary>The link of a member who has not started to answer.</summary>
    public async Task<string> NewMemberLinkAsync()
    {
        var output = await VerbAsync("demo", "--no-serve", "--urls", Address);
        return MemberLink().Match(output) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"The program printed no member link:\n{output}");
    }

    /// <summary>Runs a verb on the same database, as a script would, and gives what it printed.</summary>
    public async Task<string> VerbAsync(params string[] arguments)
    {
        using var verb = Start([.. arguments, "--database", Database]);
        var errors = verb.StandardError.ReadToEndAsync();
        var output = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0 ? output : throw new InvalidOperationException($"{arguments[0]} ended with {verb.ExitCode}: {await errors}");
    }

    /// <summary>kill -9: the program gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts again on the same database and port.</summary>
    public Task RestartAsync() => RunAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync()
    {
        _process?.Dispose();
        _process = Start(["demo", "--urls", Address, "--database", Database]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            if (line.Data?.StartsWith("KassaSurvey is ready", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended, Task.Delay(Patience)) != ready.Task)
        {
            throw new InvalidOperationException($"The program did not start:\n{string.Join('\n', _output)}\n{Log}");
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // As a fund runs it: neither the developer's environment nor an address from outside.
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The web project's own output, built in the same configuration as this test.</summary>
    private static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        var root = output;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KassaSurvey.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root!.FullName, "src", "KassaSurvey.Web", "bin", configuration, framework, "KassaSurvey.Web.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^(\w+)\s+(\S+@\S+)\s+password (\S+)$")]
    private static partial Regex SignIn();

    [GeneratedRegex(@"^Member link\s+(http\S+)$", RegexOptions.Multiline)]
    private static partial Regex MemberLink();
}
