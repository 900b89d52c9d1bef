using System.Globalization;

namespace KassaSurvey.Benchmarks.Load;

/// <summary>What a run gave.</summary>
/// <param name="Milliseconds">Time of each turn, ascending.</param>
/// <param name="Seconds">Time of the whole run.</param>
/// <param name="Requests">Requests sent.</param>
/// <param name="Errors">Turns that did not end as they should.</param>
/// <param name="Problem">The first error.</param>
/// <param name="ProcessorMilliseconds">Processor time of the server.</param>
/// <param name="WorkingSet">The server's memory at the end, in bytes.</param>
public sealed record LoadReport(
    double[] Milliseconds, double Seconds, int Requests, int Errors, string? Problem, double ProcessorMilliseconds, long WorkingSet)
{
    /// <summary>Above the lines.</summary>
    public const string Heading =
        "work                 at once |   per s requests/s |  p50 ms  p95 ms  p99 ms | server CPU: ms each  µs a request | memory MB | errors";

    /// <summary>One line of the table.</summary>
    public string Line(string work, int connections) => string.Create(
        CultureInfo.InvariantCulture,
        $"{work,-20} {connections,7} | {Milliseconds.Length / Seconds,7:0} {Requests / Seconds,10:0} | {At(0.5),7:0.0} {At(0.95),7:0.0} {At(0.99),7:0.0} | {ProcessorMilliseconds / Milliseconds.Length,19:0.00} {ProcessorMilliseconds * 1000 / Requests,13:0} | {WorkingSet / 1048576.0,9:0} | {Errors} {Problem}");

    private double At(double share) =>
        Milliseconds.Length == 0 ? 0 : Milliseconds[Math.Clamp((int)Math.Ceiling(share * Milliseconds.Length) - 1, 0, Milliseconds.Length - 1)];
}
