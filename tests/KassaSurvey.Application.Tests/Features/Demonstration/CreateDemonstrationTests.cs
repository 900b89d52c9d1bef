using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Demonstration;

/// <summary>The demonstration fund says what the fund it is modelled on published of 2020.</summary>
public sealed class CreateDemonstrationTests(CreateDemonstrationTests.DemonstrationFund demo)
    : IClassFixture<CreateDemonstrationTests.DemonstrationFund>
{
    [Fact]
    public async Task Overall_Of2020_IsAsPublished()
    {
        var results = await demo.ReadAsync(2020);

        var overall = results.Overall!;
        Assert.Equal(1025, overall.Current.Value!.N);
        Assert.Equal(6.23, overall.Current.Value.Mean!.Value.Value, 2);
        Assert.Equal(6.02, overall.Compared!.Value!.Mean!.Value.Value, 2);
        Assert.Equal(87.2, overall.Current.Value.Index!.Value.Value, 1);
        Assert.Equal(83.7, overall.Compared.Value.Index!.Value.Value, 1);
        Assert.Equal(Verdict.Improved, overall.Change!.Verdict);
        Assert.True(overall.Standing!.IsClearlyHighest);
    }

    [Fact]
    public async Task Contact_Of2020_IsAsPublished()
    {
        var results = await demo.ReadAsync(2020);

        var none = results.Find("CHANNELS")!.Current.Value!.Options.Single(option => option.Code == "NONE");
        Assert.Equal(51.9, 100 * (1 - none.Share), 1);
    }

    [Fact]
    public async Task Verdicts_Of2020_AllImprovedButTwoUnchanged()
    {
        var results = await demo.ReadAsync(2020);

        var ratings = results.Questions.Where(question => question.Question.IsRating).ToList();
        Assert.Equal(
            ["DIG_EASE", "HAN_SPEED"],
            ratings.Where(question => question.Change!.Verdict == Verdict.Unchanged).Select(question => question.Question.Code).Order());
        Assert.All(
            ratings.Where(question => question.Question.Code is not ("DIG_EASE" or "HAN_SPEED")),
            question => Assert.Equal(Verdict.Improved, question.Change!.Verdict));
    }

    [Fact]
    public async Task BestAndMostImproved_Of2020_AreAsPublished()
    {
        var results = await demo.ReadAsync(2020);

        var service = results.Questions
            .Where(question => question.Question is { IsRating: true, AreaCode: "HANDLING" or "DIGITAL" or "INFO" or "STAFF" or "PHONE" or "MESSAGE" })
            .ToList();
        Assert.Equal(
            ["HAN_RELIABLE", "STF_FRIENDLY"],
            service.OrderByDescending(question => question.Current.Value!.Mean!.Value.Value).Take(2).Select(question => question.Question.Code));
        Assert.Equal("STF_FRIENDLY", service.MaxBy(question => question.Change!.Delta)!.Question.Code);
        Assert.Equal("PHO_REACH", service.MinBy(question => question.Current.Value!.Mean!.Value.Value)!.Question.Code);
        Assert.Equal(2, service.Count(question => !question.Standing!.IsHighest));
        Assert.Equal("PHONE", results.Find("DEV_AREA")!.Current.Value!.Options.MaxBy(option => option.Share)!.Code);
    }

    [Fact]
    public async Task PublishedYear_OnAnotherScale_IsNotComparable()
    {
        var overall = (await demo.ReadAsync(2021)).Overall!;

        Assert.Equal(5.43, overall.Current.Value!.Mean!.Value.Value, 10);
        Assert.Equal(Verdict.NotComparable, overall.Change!.Verdict);
        Assert.Null(overall.Change.Delta);
        Assert.True(overall.Trend[^1].BreaksBefore);
    }

    [Fact]
    public async Task PublishedYears_WithoutPrecision_SupportNoClaim()
    {
        var overall = (await demo.ReadAsync(2022)).Overall!;

        Assert.Equal(0.08, overall.Change!.Delta!.Value, 10);
        Assert.Equal(Verdict.Inconclusive, overall.Change.Verdict);
        Assert.True(overall.Standing!.IsHighest);
        Assert.False(overall.Standing.IsClearlyHighest);
    }

    [Fact]
    public async Task OpenWave_HasAnswersAndWaitingInvitations()
    {
        var results = await demo.ReadAsync(2026);

        Assert.True(results.IsPreliminary);
        Assert.Equal(24, results.Responses);
        Assert.NotNull(demo.Created.WaitingInvitation);
    }

    [Fact]
    public async Task Creating_Twice_ChangesNothing()
    {
        var again = (await demo.UseCase().ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;

        Assert.False(again.Created);
        Assert.Equal(demo.Created.Fund, again.Fund);
        await using var db = demo.Database.Open();
        Assert.Equal(11, await db.Waves.CountAsync());
    }

    public sealed class DemonstrationFund : IAsyncLifetime
    {
        private readonly MeasuredWaves _waves = new();
        private readonly FixedTime _time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

        public TestDatabase Database { get; private set; } = null!;

        public CreateDemonstration.Demonstration Created { get; private set; } = null!;

        public CreateDemonstration UseCase() => new(Database.Database, new SealWave(Database.Database, _time), _time);

        public async Task InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync();
            Created = (await UseCase().ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
        }

        public async Task<WaveResults> ReadAsync(int year)
        {
            var query = new GetResults.Query(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, year, null, Population.Everybody);
            return (await new GetResults(Database.Database, _waves).ExecuteAsync(Viewer.Operator, query, CancellationToken.None)).Value.Results;
        }

        public async Task DisposeAsync()
        {
            _waves.Dispose();
            await Database.DisposeAsync();
        }

        private sealed class FixedTime(DateTimeOffset now) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => now;
        }
    }
}
