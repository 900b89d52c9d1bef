using System.Collections.Immutable;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Sampling;

public sealed class SamplingTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 15, 9, 0, 0, TimeSpan.Zero));
    private readonly MeasuredWaves _waves = new();
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;
    private Wave _wave = null!;

    private Viewer SurveyManager => _survey.Staff(Role.SurveyManager);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _wave = await _survey.AddDraftAsync(2026);
        await using var context = _database.Open();
        for (var i = 0; i < 600; i++)
        {
            var member = Member.Create(_survey.Fund.Id, $"{10_000 + i}", i % 10 == 0 ? Languages.Swedish : Languages.Finnish, email: $"m{i}@example.org");
            member.Assign(new Segment("region", i % 3 == 0 ? "Lappi" : "Uusimaa"));
            member.Assign(new Segment("benefit", i % 2 == 0 ? "full" : "part"));
            // One in two was served within six months.
            member.Serve(Today.AddMonths(i % 2 == 0 ? -2 : -9), "phone");
            context.Add(member);
        }

        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Count_ContactWithinSixMonths_CountsThoseServed()
    {
        var count = await CountAsync(EligibilityCondition.ContactWithin(6));
        Assert.Equal((300, 300), (count.Matching, count.Eligible));
        Assert.Empty(count.Excluded);
    }

    [Fact]
    public async Task Count_AllConditions_MustHoldTogether()
    {
        var count = await CountAsync(
            EligibilityCondition.ContactWithin(6), EligibilityCondition.SpeaksOneOf(Languages.Swedish), EligibilityCondition.InSegment("region", "Lappi"));
        // i even, a multiple of 10 and of 3: every 30th.
        Assert.Equal(20, count.Eligible);
    }

    [Fact]
    public async Task Count_MembersNotToBeAsked_NamesTheFirstReasonOfEach()
    {
        await ChangeAsync(0, member => member.Stand(MemberStanding.Deceased));
        await ChangeAsync(1, member => member.Stand(MemberStanding.Protected));
        await ChangeAsync(2, member => member.Stand(MemberStanding.Left, Today));
        await ChangeAsync(3, member => member.Refuse(ContactChannels.All));
        await ChangeAsync(4, member => member.WriteTo(null));
        await ChangeAsync(5, member => member.MarkUnreachable(ContactChannels.Email));
        await ChangeAsync(6, member => member.Refuse(ContactChannels.Email));
        await ChangeAsync(7, member => { member.Refuse(ContactChannels.Email); member.CallAt("+358401234567"); });
        await ChangeAsync(8, member => { member.Stand(MemberStanding.Deceased); member.WriteTo(null); });

        var count = await CountAsync();

        Assert.Equal(
            [
                new(ExclusionReason.Deceased, 2), new(ExclusionReason.Protected, 1), new(ExclusionReason.Left, 1),
                new(ExclusionReason.Refused, 1), new ExcludedCount(ExclusionReason.Unreachable, 3),
            ],
            count.Excluded.AsEnumerable());
        Assert.Equal(600 - 8, count.Eligible);
    }

    [Fact]
    public async Task PreviewPolicy_OtherMonths_CountsWhoWouldBeLeftInPeaceAndSavesNothing()
    {
        await DrawAsync(Simple(100, 1));
        await ChangeAsync(0, member => member.Stand(MemberStanding.Protected));
        var asked = (await DrawnNumbersAsync()).Count(number => number != "10000");
        _time.Advance(TimeSpan.FromDays(70));
        var preview = new PreviewContactPolicy(_survey.Database, _time);

        var three = (await preview.ExecuteAsync(SurveyManager, 3, default)).Value;
        var two = (await preview.ExecuteAsync(SurveyManager, 2, default)).Value;

        Assert.Equal((600, 599 - asked, 599), (three.Matching, three.Eligible, two.Eligible));
        Assert.Equal([new(ExclusionReason.Protected, 1), new ExcludedCount(ExclusionReason.AskedRecently, asked)], three.Excluded.AsEnumerable());
        Assert.Equal([SamplingErrors.PeaceOutOfRange(36)], (await preview.ExecuteAsync(SurveyManager, 37, default)).Errors);
        Assert.False((await preview.ExecuteAsync(_survey.Staff(Role.Manager), 3, default)).IsSuccess);
        Assert.Equal(3, (await new GetContactPolicy(_survey.Database).ExecuteAsync(SurveyManager, default)).Value);
    }

    [Fact]
    public async Task Draw_SameSeed_DrawsTheSamePeople()
    {
        var design = Simple(120, seed: 20_261);
        var first = await DrawAsync(design);
        var drawnFirst = await DrawnNumbersAsync();
        var again = await DrawAsync(design);
        Assert.Equal(drawnFirst, await DrawnNumbersAsync());
        Assert.Equal(first.FrameHash, again.FrameHash);
        Assert.Equal(600, (await PlanAsync(design)).Count.Eligible);
        await DrawAsync(design with { Seed = 20_262 });
        Assert.NotEqual(drawnFirst, await DrawnNumbersAsync());
        Assert.Equal(120, (await DrawnNumbersAsync()).Count);
    }

    [Fact]
    public async Task Draw_AnyRelease_DrawsThePeopleOfTheSmallestNumbers()
    {
        await DrawAsync(Simple(8, seed: 20_261));

        // The eight smallest of SHA-256(seed as 8 bytes, big-endian | number) over 10000 to 10599, worked out outside this program.
        Assert.Equal(["10118", "10135", "10187", "10188", "10290", "10382", "10464", "10492"], await DrawnNumbersAsync());
    }

    [Fact]
    public async Task Draw_Register_IsCountedOnceAndStaysAsItWas()
    {
        await ChangeAsync(0, member => member.Stand(MemberStanding.Deceased));
        await ChangeAsync(3, member => member.Refuse(ContactChannels.All));
        await DrawAsync(Simple(50, 1));
        // Member 0 has died; member 3 refuses and still belongs to those the results speak for. Both live in Lappi.
        Assert.Equal(["benefit full 299", "benefit part 300", "region Lappi 199", "region Uusimaa 400"], await RegisterAsync(""));
        Assert.Equal(["full Lappi 99", "full Uusimaa 200", "part Lappi 100", "part Uusimaa 200"], await RegisterAsync("region"));

        await ChangeAsync(9, member => member.Stand(MemberStanding.Deceased));
        Assert.Contains("region Lappi 199", await RegisterAsync(""));
        await DrawAsync(Simple(50, 1));
        Assert.Contains("region Lappi 198", await RegisterAsync(""));
    }

    [Fact]
    public async Task Draw_Stratified_DrawsThePlannedNumberOfEachStratum()
    {
        var design = Simple(90, 1) with { Method = SampleMethod.Stratified, StratifyBy = ["region"], Allocation = SampleAllocationMethod.Equal };
        var plan = await PlanAsync(design);
        Assert.Equal([("Lappi", 200, 45), ("Uusimaa", 400, 45)], plan.Plan.Strata.Select(stratum => (stratum.Name, (int)stratum.Frame, (int)stratum.Drawn)));

        var sample = await DrawAsync(design);

        Assert.Equal([new("Lappi", 200, 45), new SampledStratum("Uusimaa", 400, 45)], sample.Strata.AsEnumerable());
        await using var context = _database.Open();
        var drawn = await context.Invitations.GroupBy(row => row.Stratum).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        Assert.Equal([("Lappi", 45), ("Uusimaa", 45)], drawn.OrderBy(row => row.Key).Select(row => (row.Key, row.Count)));
        var wrong = await context.Invitations.CountAsync(row => !context.Members.Any(member =>
            member.Id == row.MemberId && member.Segments.Any(segment => segment.Name == "region" && segment.Value == row.Stratum)));
        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Draw_TwoVariables_MakesAStratumOfEachPair()
    {
        var sample = await DrawAsync(Simple(60, 1) with { Method = SampleMethod.Stratified, StratifyBy = [SampleDesign.ByLanguage, "region"] });
        Assert.Equal(["fi × Lappi", "fi × Uusimaa", "sv × Lappi", "sv × Uusimaa"], sample.Strata.Select(stratum => stratum.Name));
        Assert.Equal(60, sample.DrawnCount);
    }

    [Fact]
    public async Task Draw_Census_InvitesEverybodyWhoCanBeAsked()
    {
        await ChangeAsync(0, member => member.Stand(MemberStanding.Protected));
        var sample = await DrawAsync(Simple(0, 1) with { Method = SampleMethod.Census });
        Assert.Equal(599, sample.DrawnCount);
        await using var context = _database.Open();
        Assert.Equal(599, (await context.Waves.SingleAsync(row => row.Id == _wave.Id)).InvitedCount);
        Assert.Equal(ExclusionReason.Protected, (await context.SampleExclusions.SingleAsync()).Reason);
    }

    [Fact]
    public async Task Draw_OtherSurveyAskedLately_LeavesThoseMembersInPeace()
    {
        await DrawAsync(Simple(100, 1));
        var asked = await DrawnNumbersAsync();
        await NextWaveAsync(2027);
        var sample = await DrawAsync(Simple(0, 1) with { Method = SampleMethod.Census });
        Assert.Equal(500, sample.DrawnCount);
        Assert.Empty((await DrawnNumbersAsync()).Intersect(asked));

        _time.Advance(TimeSpan.FromDays(93));
        Assert.Equal(600, (await DrawAsync(Simple(0, 1) with { Method = SampleMethod.Census })).DrawnCount);
    }

    [Fact]
    public async Task Draw_PolicyWithoutPeace_AsksEverybodyAgain()
    {
        await DrawAsync(Simple(100, 1));
        await NextWaveAsync(2027);
        Assert.True((await new SetContactPolicy(_survey.Database).ExecuteAsync(_survey.Staff(Role.Admin), 0, default)).IsSuccess);
        Assert.Equal(600, (await DrawAsync(Simple(0, 1) with { Method = SampleMethod.Census })).DrawnCount);
    }

    [Fact]
    public async Task Draw_SomebodyHasBegun_KeepsTheSample()
    {
        await DrawAsync(Simple(10, 1));
        await using (var context = _database.Open())
        {
            var invitation = await context.Invitations.FirstAsync();
            invitation.Start(NewId.Of<ResponseId>());
            await context.SaveChangesAsync();
        }

        var before = await DrawnNumbersAsync();
        var again = await Draw().ExecuteAsync(SurveyManager, Request(Simple(10, 2)), default);
        Assert.Equal([SamplingErrors.AlreadyInTheField], again.Errors);
        Assert.Equal(before, await DrawnNumbersAsync());
    }

    [Fact]
    public async Task Draw_UnknownSegment_NamesTheKnownOnes()
    {
        var result = await Draw().ExecuteAsync(
            SurveyManager, Request(Simple(10, 1) with { Method = SampleMethod.Stratified, StratifyBy = ["union"] }), default);
        Assert.Equal([SamplingErrors.VariableUnknown("union", "language, benefit, region")], result.Errors);
    }

    [Fact]
    public async Task Plan_SimpleRandom_SaysWhatTheResultsWillBeWorth()
    {
        var plan = await PlanAsync(Simple(300, 1) with { ExpectedResponse = 0.5 });
        Assert.Equal(150, plan.Plan.Answers);
        // 1.96 x 22 x sqrt((1 - 150/600) / 150), with the deviation assumed when nothing has been measured.
        Assert.Equal(3.049, plan.Plan.HalfWidthIndex, 3);
        Assert.Null(plan.Plan.DeviationsFrom);
        Assert.Equal(0.0693, plan.Plan.HalfWidthShare, 4);
        Assert.Equal(1, plan.Plan.WeightingEffect, 12);
    }

    [Fact]
    public async Task Get_Drawn_ShowsTheSampleBesideThePopulation()
    {
        await DrawAsync(Simple(90, 1) with { Method = SampleMethod.Stratified, StratifyBy = ["region"], Allocation = SampleAllocationMethod.Equal });
        var shown = (await new GetSample(_survey.Database).ExecuteAsync(SurveyManager, _wave.Id, default)).Value!;
        var region = shown.Composition.Single(variable => variable.Name == "region");
        Assert.Equal([new("Lappi", 200, 45, 600, 90), new CompositionCategory("Uusimaa", 400, 45, 600, 90)], region.Categories.AsEnumerable());
        Assert.True(shown.CanBeRedrawn);
        Assert.Null((await new GetSample(_survey.Database).ExecuteAsync(SurveyManager, NewId.Of<WaveId>(), default)).Value);
    }

    [Fact]
    public async Task Rules_SavedChangedDeleted_AreTheFundsOwn()
    {
        var save = new SaveRule(_survey.Database);
        ImmutableArray<EligibilityCondition> conditions = [EligibilityCondition.ContactWithin(6), EligibilityCondition.InSegment("region", "Lappi"), EligibilityCondition.Born(1980, null)];
        var id = (await save.ExecuteAsync(SurveyManager, new(null, 0, " In contact ", conditions), default)).Value;
        var line = Assert.Single((await new ListRules(_survey.Database).ExecuteAsync(SurveyManager, default)).Value);
        Assert.Equal("In contact", line.Name);
        Assert.Equal(conditions.AsEnumerable(), line.Conditions);

        Assert.Equal([SamplingErrors.RuleNameTaken("In contact")], (await save.ExecuteAsync(SurveyManager, new(null, 0, "In contact", []), default)).Errors);
        Assert.True((await save.ExecuteAsync(SurveyManager, new(id, line.Revision, "In contact", []), default)).IsSuccess);
        Assert.Equal([SamplingErrors.Changed], (await save.ExecuteAsync(SurveyManager, new(id, line.Revision, "Late", []), default)).Errors);

        var other = await TestSurvey.AddAsync(_database, "other-fund");
        Assert.Empty((await new ListRules(_survey.Database).ExecuteAsync(other.Staff(Role.SurveyManager), default)).Value);
        Assert.Equal([SamplingErrors.RuleUnknown], (await new DeleteRule(_survey.Database).ExecuteAsync(other.Staff(Role.SurveyManager), id, default)).Errors);
        Assert.True((await new DeleteRule(_survey.Database).ExecuteAsync(SurveyManager, id, default)).IsSuccess);
    }

    [Fact]
    public async Task Any_ManagerOrOtherFund_MayNotSample()
    {
        Assert.False((await Draw().ExecuteAsync(_survey.Staff(Role.Manager, Role.Analyst), Request(Simple(10, 1)), default)).IsSuccess);
        var other = await TestSurvey.AddAsync(_database, "other-fund");
        Assert.Equal([SamplingErrors.WaveClosed], (await Draw().ExecuteAsync(other.Staff(Role.SurveyManager), Request(Simple(10, 1)), default)).Errors);
    }

    private static SampleDesign Simple(int size, long seed) => new() { Method = SampleMethod.SimpleRandom, Size = size, Seed = seed };

    private DrawSample Draw() => new(_survey.Database, _waves, _time);

    private SampleRequest Request(SampleDesign design, params ImmutableArray<EligibilityCondition> conditions) => new(_wave.Id, null, conditions, design);

    private async Task<WaveSample> DrawAsync(SampleDesign design) => (await Draw().ExecuteAsync(SurveyManager, Request(design), default)).Value;

    private async Task<PlannedSample> PlanAsync(SampleDesign design) =>
        (await new PlanSample(_survey.Database, _waves, _time).ExecuteAsync(SurveyManager, Request(design), default)).Value;

    private async Task<PopulationCount> CountAsync(params ImmutableArray<EligibilityCondition> conditions) =>
        (await new CountPopulation(_survey.Database, _time).ExecuteAsync(SurveyManager, new(_wave.Id, conditions), default)).Value;

    private async Task<List<string>> DrawnNumbersAsync()
    {
        await using var context = _database.Open();
        return await context.Members.Where(member => context.Invitations.Any(row => row.MemberId == member.Id && row.WaveId == _wave.Id))
            .Select(member => member.Number).Order().ToListAsync();
    }

    private async Task<List<string>> RegisterAsync(string other)
    {
        await using var context = _database.Open();
        var counts = await context.RegisterCounts.Where(count => count.WaveId == _wave.Id && count.OtherSegment == other).ToListAsync();
        return
        [
            .. counts.Select(count => other.Length == 0 ? $"{count.Segment} {count.Category} {count.Members}" : $"{count.Category} {count.OtherCategory} {count.Members}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task ChangeAsync(int place, Action<Member> change)
    {
        await using var context = _database.Open();
        var number = $"{10_000 + place}";
        change(await context.Members.SingleAsync(member => member.Number == number));
        await context.SaveChangesAsync();
    }

    private async Task NextWaveAsync(int year) => _wave = await _survey.AddDraftAsync(year);
}
