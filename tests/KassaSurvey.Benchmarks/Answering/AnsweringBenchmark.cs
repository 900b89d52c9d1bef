using System.Globalization;
using KassaSurvey.Benchmarks.Load;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>
/// Members answering: first pages and whole answers a second against the real program on a database of its own, beside a bare loop
/// (the same web server with one durable SQLite transaction per POST and nothing else).
/// </summary>
public static class AnsweringBenchmark
{
    /// <summary>The verb.</summary>
    public const string Verb = "answering";

    private static readonly int[] Connections = [16, 64];

    /// <summary>Measures and prints.</summary>
    /// <param name="args">Whole answers a measurement (default 3000); then optionally the connections to measure with.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var flows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3000;
        var connections = args.Length > 1 ? [int.Parse(args[1], CultureInfo.InvariantCulture)] : Connections;
        var folder = Directory.CreateTempSubdirectory("kassa-answering-");
        try
        {
            // The runtime compiles what is used often a second time, better: that belongs to the first minutes of a day, not to its load.
            var warm = Math.Max(1000, flows / 2);
            var links = await AnsweringDatabase.CreateAsync(folder.FullName, (flows + warm) * connections.Length);
            Console.WriteLine(LoadReport.Heading);
            await MeasureProgramAsync(folder.FullName, new(links), flows, warm, connections);
            await MeasureBareLoopAsync(folder.FullName, connections);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureProgramAsync(string folder, Queue<string> links, int flows, int warm, int[] connections)
    {
        await using var server = await ServerProcess.StartProgramAsync(Path.Combine(folder, AnsweringDatabase.FileName));
        foreach (var count in connections)
        {
            using var member = new FormClient(server.Address, count);
            await LoadRun.ExecuteAsync(count, Take(links, warm), member.AnswerAsync, server);
            var measured = Take(links, flows);
            Console.WriteLine(await LoadRun.ExecuteAsync(count, [.. Repeat(measured, flows * 4)], member.OpenAsync, server) is var first
                ? first.Line("first page", count) : "");
            Console.WriteLine((await LoadRun.ExecuteAsync(count, measured, member.AnswerAsync, server)).Line("whole answer", count));
        }
    }

    private static async Task MeasureBareLoopAsync(string folder, int[] connections)
    {
        await using var server = await ServerProcess.StartOwnAsync(BareLoop.Verb, Path.Combine(folder, "bare.db"));
        foreach (var count in connections)
        {
            using var client = new FormClient(server.Address, count);
            var posts = Enumerable.Range(0, 10_000).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
            await LoadRun.ExecuteAsync(count, posts[..1000], client.PostBareAsync, server);
            Console.WriteLine((await LoadRun.ExecuteAsync(count, posts, client.PostBareAsync, server)).Line("bare loop: POST", count));
            Console.WriteLine((await LoadRun.ExecuteAsync(count, posts, client.GetBareAsync, server)).Line("bare loop: GET", count));
        }
    }

    private static List<string> Take(Queue<string> from, int count) => [.. Enumerable.Range(0, count).Select(_ => from.Dequeue())];

    private static IEnumerable<string> Repeat(List<string> links, int count) => Enumerable.Range(0, count).Select(i => links[i % links.Count]);
}
