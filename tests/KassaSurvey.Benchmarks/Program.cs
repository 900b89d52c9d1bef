using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KassaSurvey.Benchmarks;
using KassaSurvey.Benchmarks.Answering;
using KassaSurvey.Benchmarks.Exports;
using KassaSurvey.Benchmarks.Members;
using KassaSurvey.Benchmarks.Pages;
using KassaSurvey.Benchmarks.Sampling;
using Perfolizer.Horology;

// dotnet run -c Release --project tests/KassaSurvey.Benchmarks -- answering [whole answers] [at once]
switch (args)
{
    case [AnsweringBenchmark.Verb, .. var rest]:
        return await AnsweringBenchmark.RunAsync(rest);
    case [BareLoop.Verb, .. var rest]:
        return await BareLoop.RunAsync(rest);
    case [ExportsBenchmark.Verb]:
        return await ExportsBenchmark.RunAsync();
    case [MembersBenchmark.Verb]:
        return await MembersBenchmark.RunAsync();
    case [PagesBenchmark.Verb]:
        return await PagesBenchmark.RunAsync();
    case [SamplingBenchmark.Verb]:
        return await SamplingBenchmark.RunAsync();
}

// dotnet run -c Release --project tests/KassaSurvey.Benchmarks -- --filter '*'     (add --dry for a single run of each)
const string Dry = "--dry";
// In processor time, and in this process: the generated project of another toolchain would meet this repository's build rules.
var length = args.Contains(Dry) ? Job.Dry : Job.ShortRun.WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(100));
var job = length.WithClock(new ProcessorClock()).WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: true));
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumn(StatisticColumn.Median);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(GrowthReport).Assembly).Run([.. args.Where(arg => arg != Dry)], config);
foreach (var summary in summaries)
{
    GrowthReport.Write(summary, Console.Out);
}

return 0;
