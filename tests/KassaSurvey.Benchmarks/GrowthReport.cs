using System.Globalization;
using BenchmarkDotNet.Reports;
using KassaSurvey.Benchmarks.Analysis;

namespace KassaSurvey.Benchmarks;

/// <summary>Says how the time grows with the responses: ten times as many should take ten times as long, never more.</summary>
public static class GrowthReport
{
    /// <summary>Writes a line for each size: time, time a response, growth against the size before, memory a response.</summary>
    public static void Write(Summary summary, TextWriter output)
    {
        var measured = summary.Reports
            .Where(report => report.ResultStatistics is not null && report.BenchmarkCase.Descriptor.Type == typeof(ReadingsBenchmarks))
            .GroupBy(report => Describe(report), StringComparer.Ordinal);
        foreach (var kind in measured)
        {
            output.WriteLine();
            output.WriteLine(kind.Key);
            (int Responses, double Median)? before = null;
            foreach (var report in kind.OrderBy(ResponsesOf))
            {
                var (responses, median) = (ResponsesOf(report), report.ResultStatistics!.Median);
                var growth = before is { } smaller
                    ? string.Create(CultureInfo.InvariantCulture, $"{median / smaller.Median,6:0.0}x time for {responses / smaller.Responses}x responses")
                    : "";
                var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{responses,10:N0} responses {median / 1e6,10:0.00} ms {median / responses,8:0.0} ns a response {GeneratedWave.BytesPerResponse(IsWeighted(report)),4} bytes held and {(double)allocated / responses,5:0.0} made a response  {growth}"));
                before = (responses, median);
            }
        }
    }

    private static string Describe(BenchmarkReport report) => string.Join(", ", new[]
    {
        report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo,
        ((Group)Parameter(report, nameof(ReadingsBenchmarks.Group))).ToString(),
        IsWeighted(report) ? "weighted" : "unweighted",
    });

    private static int ResponsesOf(BenchmarkReport report) => (int)Parameter(report, nameof(ReadingsBenchmarks.Responses));

    private static bool IsWeighted(BenchmarkReport report) => (bool)Parameter(report, nameof(ReadingsBenchmarks.IsWeighted));

    private static object Parameter(BenchmarkReport report, string name) => report.BenchmarkCase.Parameters[name];
}
