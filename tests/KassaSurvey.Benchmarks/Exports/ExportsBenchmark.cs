using System.Diagnostics;
using System.Globalization;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Benchmarks.Analysis;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Infrastructure.Exports.Answers;
using KassaSurvey.Infrastructure.Exports.DataPackage;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Infrastructure.Exports.Spss;
using KassaSurvey.Infrastructure.Exports.TripleS;
using KassaSurvey.Testing;

namespace KassaSurvey.Benchmarks.Exports;

/// <summary>Writes the answers of large waves (40 questions) to files: time and the peak memory of the process.</summary>
internal static class ExportsBenchmark
{
    public const string Verb = "exports";

    public static async Task<int> RunAsync()
    {
        // The largest first: a process never gives back its peak.
        var large = Report(1_000_000);
        await SayAsync("1 000 000 in memory before any file");
        await MeasureAsync("1 000 000 to CSV", new CsvAnswerWriter(), large);
        await MeasureAsync("1 000 000 to SAV", new SpssReportWriter(), large);
        await MeasureAsync("1 000 000 to Parquet", new ParquetAnswerWriter(), large);
        await MeasureAsync("1 000 000 to Triple-S", new TripleSAnswerWriter(), large);
        await MeasureAsync("1 000 000 to XLSX", new ExcelAnswerWriter(), large);
        await MeasureAsync("1 000 000 to the data package", new DataPackageWriter(), large);
        var small = Report(100_000);
        await MeasureAsync("100 000 to SAV", new SpssReportWriter(), small);
        await MeasureAsync("100 000 to XLSX", new ExcelAnswerWriter(), small);
        return 0;
    }

    private static YearlyReport Report(int responses)
    {
        var values = ResponseValues.Of(GeneratedWave.Questionnaire.Questions, GeneratedWave.Of(responses, false), Population.Everybody);
        var survey = new ReportedYear().Build();
        var answers = YearlyReportBuilder.Answers(survey, values, "fi", new(2020, 11, 22)) with
        {
            Variables = [.. values.Columns.Select(name => new ResponseVariable(name, name, MeasureLevel.Ordinal, [], true))],
        };
        return YearlyReportBuilder.Of(survey, ReportText.Of(survey, "fi"), "fi", new(2020, 11, 22), answers);
    }

    private static Task MeasureAsync(string what, IAnswerWriter writer, YearlyReport report) =>
        MeasureAsync(what, output => writer.WriteAsync(report.Answers!, output, CancellationToken.None));

    private static Task MeasureAsync(string what, DataPackageWriter writer, YearlyReport report) =>
        MeasureAsync(what, output => writer.WriteAsync(report, output, CancellationToken.None));

    private static async Task MeasureAsync(string what, Func<Stream, Task> write)
    {
        GC.Collect();
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await write(file);
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {seconds,6:0.0} s  {processor,6:0.0} s of processor  {file.Length / 1e6,7:0.0} MB file"));
    }

    private static Task SayAsync(string what) => Console.Out.WriteLineAsync(
        string.Create(CultureInfo.InvariantCulture, $"{what,-72} peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
}
