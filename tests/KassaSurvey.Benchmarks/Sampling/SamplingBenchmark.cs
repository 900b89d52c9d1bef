using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Benchmarks.Sampling;

/// <summary>Draws a stratified sample of 20 000 from 755 000 members twice, on a real database file: time, memory, and whether they are the same people.</summary>
internal static class SamplingBenchmark
{
    public const string Verb = "sampling";

    private const int Members = 755_000;
    private const int Size = 20_000;
    private static readonly string[] Regions = ["Blekinge", "Dalarna", "Gotland", "Skåne", "Stockholm", "Uppsala", "Värmland", "Västra Götaland"];

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        var wave = await survey.AddDraftAsync(2026);
        await FillAsync(database, survey);

        using var waves = new MeasuredWaves();
        var viewer = survey.Staff(Role.SurveyManager);
        var request = new SampleRequest(
            wave.Id, null, [EligibilityCondition.ContactWithin(12)],
            new() { Method = SampleMethod.Stratified, Size = Size, StratifyBy = ["region"], Seed = 2026 });
        await MeasureAsync("count while a rule is edited", () => new CountPopulation(survey.Database, TimeProvider.System).ExecuteAsync(viewer, new(wave.Id, request.Conditions), default));
        await MeasureAsync("plan: strata and precision", () => new PlanSample(survey.Database, waves, TimeProvider.System).ExecuteAsync(viewer, request, default));
        await MeasureAsync("draw 20 000", () => new DrawSample(survey.Database, waves, TimeProvider.System).ExecuteAsync(viewer, request, default));
        var first = await HashAsync(database, wave.Id);
        await MeasureAsync("draw again", () => new DrawSample(survey.Database, waves, TimeProvider.System).ExecuteAsync(viewer, request, default));
        await MeasureAsync("composition", () => new GetSample(survey.Database).ExecuteAsync(viewer, wave.Id, default));
        var second = await HashAsync(database, wave.Id);
        await Console.Out.WriteLineAsync($"same people: {(first == second ? "yes" : "NO")} ({first[..12]})");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
        return first == second ? 0 : 1;
    }

    private static async Task FillAsync(TestDatabase database, TestSurvey survey)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var chunk in Enumerable.Range(0, Members).Chunk(20_000))
        {
            var members = chunk.Select(i =>
            {
                var member = Member.Create(survey.Fund.Id, string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + i}"), Languages.Swedish, email: $"m{i}@example.org");
                member.Assign(new Segment("region", Regions[i % 97 % Regions.Length]));
                member.Serve(today.AddDays(-(i % 500)), "phone");
                return member;
            }).ToList();
            await survey.Database.BulkInsertAsync(context, members, default);
            await survey.Database.BulkInsertAsync(context, members.SelectMany(member => member.Segments).ToList(), default);
        }

        await transaction.CommitAsync();
    }

    private static async Task MeasureAsync<T>(string what, Func<Task<Result<T>>> work)
    {
        GC.Collect();
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = await work();
        // Processor time beside time on the wall: other work on the machine must not count.
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{what,-30} {seconds,6:0.00} s  {processor,6:0.00} s of processor  {(result.IsSuccess ? "" : string.Join("; ", result.Errors))}"));
    }

    private static async Task<string> HashAsync(TestDatabase database, WaveId wave)
    {
        await using var context = database.Open();
        var numbers = await context.Members.Where(member => context.Invitations.Any(row => row.MemberId == member.Id && row.WaveId == wave))
            .Select(member => member.Number).Order().ToListAsync();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', numbers))));
    }
}
