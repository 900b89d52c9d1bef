using System.Diagnostics;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>Keeps a number of members busy until every one has had a turn: the next starts when one is done.</summary>
public static class LoadRun
{
    /// <summary>Runs the work for each link.</summary>
    /// <param name="connections">How many at once.</param>
    /// <param name="links">One turn each.</param>
    /// <param name="turn">What a member does; returns how many requests it took.</param>
    /// <param name="server">Whose processor time is counted.</param>
    public static async Task<LoadReport> ExecuteAsync(
        int connections, List<string> links, Func<string, Random, Task<int>> turn, ServerProcess server)
    {
        var milliseconds = new double[links.Count];
        var (next, requests, errors) = (-1, 0, 0);
        string? problem = null;
        var (processor, watch) = (server.ProcessorTime, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < links.Count)
            {
                var start = Stopwatch.GetTimestamp();
                try
                {
                    Interlocked.Add(ref requests, await turn(links[index], new Random(index)));
                }
                catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
                {
                    Interlocked.Increment(ref errors);
                    problem ??= failure.Message;
                }

                milliseconds[index] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(milliseconds);
        return new(milliseconds, seconds, requests, errors, problem, (server.ProcessorTime - processor).TotalMilliseconds, server.WorkingSet);
    }
}
