using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace KassaSurvey.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its processor time is counted apart from the client's.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Processor time used so far, of all cores, in user and system mode.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory held now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The real program on the database file.</summary>
    /// <param name="verb">What it does before it serves.</param>
    public static Task<ServerProcess> StartProgramAsync(string database, string verb = "serve")
    {
        var own = new FileInfo(Assembly.GetExecutingAssembly().Location);
        // …/tests/KassaSurvey.Benchmarks/bin/Release/net10.0 → …/src/KassaSurvey.Web/bin/Release/net10.0
        var root = own.Directory!.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var program = Path.Combine(
            root, "src", "KassaSurvey.Web", "bin", own.Directory.Parent.Name, own.Directory.Name, "KassaSurvey.Web.dll");
        return StartAsync(address => [program, verb, "--database", database, "--urls", address], "/health/live");
    }

    /// <summary>A verb of this program, given a database file and an address.</summary>
    public static Task<ServerProcess> StartOwnAsync(string verb, string database) =>
        StartAsync(address => [Assembly.GetExecutingAssembly().Location, verb, database, address], "/");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(Func<string, string[]> arguments, string probe)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", arguments(address)) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var said = new List<string?>();
        process.OutputDataReceived += (_, line) => said.Add(line.Data);
        process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new(address) };
        for (var attempt = 0; attempt < 300 && !process.HasExited; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(probe, UriKind.Relative));
                return new(process, new(address));
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        process.Kill();
        throw new InvalidOperationException($"The server did not answer: {string.Join('\n', said)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
