using System.Diagnostics;

namespace KassaSurvey.Benchmarks.Load;

/// <summary>Keeps a number of people busy until every turn is taken: the next starts when one is done.</summary>
public static class LoadRun
{
    /// <summary>Runs the work for each address.</summary>
    /// <param name="connections">How many at once.</param>
    /// <param name="addresses">One turn each.</param>
    /// <param name="turn">What one does; returns how many requests it took.</param>
    /// <param name="server">Whose processor time is counted.</param>
    /// <param name="thought">How long each one thinks before a turn, on average; not counted.</param>
    public static async Task<LoadReport> ExecuteAsync(
        int connections, List<string> addresses, Func<string, Random, Task<int>> turn, ServerProcess server, TimeSpan thought = default)
    {
        var milliseconds = new double[addresses.Count];
        var (next, requests, errors) = (-1, 0, 0);
        string? problem = null;
        var (processor, watch) = (server.ProcessorTime, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < addresses.Count)
            {
                var random = new Random(index);
                await Task.Delay(2 * random.NextDouble() * thought);
                var start = Stopwatch.GetTimestamp();
                try
                {
                    Interlocked.Add(ref requests, await turn(addresses[index], random));
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
