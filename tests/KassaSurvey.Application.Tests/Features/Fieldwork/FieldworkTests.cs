using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Fieldwork;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Fieldwork;

public sealed class FieldworkTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 15, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;
    private Wave _wave = null!;

    private Viewer SurveyManager => _survey.Staff(Role.SurveyManager);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _wave = await _survey.AddOpenWaveAsync(2026, Today.AddDays(-3), Today.AddDays(20));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Get_SomeHaveReacted_CountsEachOnce()
    {
        for (var i = 0; i < 10; i++)
        {
            await _survey.InviteAsync(_wave, $"{i}", i < 4 ? Languages.Swedish : Languages.Finnish);
        }

        await ReactAsync("0", finished: true);
        await ReactAsync("5", finished: true);
        await ReactAsync("6", finished: false);
        await OptOutAsync("7");

        var view = await GetAsync();

        Assert.Equal((10, 4, 1, 2, 1), (view.Invited, view.Reached, view.Started, view.Finished, view.OptedOut));
        Assert.Equal(0.2, view.ShareOfInvited(view.Finished), 12);
        Assert.Equal([new("fi", 6, 1), new FieldworkPart("sv", 4, 1)], view.Languages.AsEnumerable());
        Assert.Equal([new FieldworkDay(Today, 2)], view.Days.AsEnumerable());
        Assert.Null(view.Forecast);
    }

    [Fact]
    public async Task Outcomes_OfAnOpenWave_EqualTheRatesByHand()
    {
        for (var i = 0; i < 20; i++)
        {
            await _survey.InviteAsync(_wave, $"{i}");
            if (i < 11)
            {
                await ReactAsync($"{i}", finished: i < 10);
            }
        }

        await OptOutAsync("11");
        await OptOutAsync("12");

        var document = (await new RateWave(_survey.Database).FollowAsync(SurveyManager, _wave.Id, default)).Value;

        // 10 handed in; begun without an answer and two opt-outs refused; 7 silent. RR1 = RR2 = 10/20: nothing is partial or unknown.
        Assert.Equal((10L, 0L, 3L, 7L), (document.Counts.Complete, document.Counts.Partial, document.Counts.Refusal, document.Counts.NonContact));
        Assert.Equal(0.5, document.Rates["RR1"]!.Value, 12);
        Assert.Equal(0.5, document.Rates["RR6"]!.Value, 12);
        Assert.False((await new RateWave(_survey.Database).FollowAsync(_survey.Staff(Role.Manager), _wave.Id, default)).IsSuccess);
        var other = await TestSurvey.AddAsync(_database, "other-fund");
        Assert.Equal([FieldworkErrors.NotInTheField], (await new RateWave(_survey.Database).FollowAsync(other.Staff(Role.Admin), _wave.Id, default)).Errors);
    }

    [Fact]
    public async Task Get_EarlierWaveWithDays_ForecastsByItsCourse()
    {
        // 2025: 60 of 150 answers within three days.
        await AddClosedAsync(2025, 60, 2);
        await AddMoreAsync(2025, 90, 9);
        for (var i = 0; i < 40; i++)
        {
            await _survey.InviteAsync(_wave, $"{i}");
            await ReactAsync($"{i}", finished: i < 20);
        }

        var view = await GetAsync();

        Assert.Equal((50, 2025), (view.Forecast!.Answers, view.Forecast.LikeYear));
    }

    [Fact]
    public async Task Extend_OpenWave_MovesTheLastDay()
    {
        var extend = new ExtendWave(_survey.Database, _time);
        Assert.True((await extend.ExecuteAsync(SurveyManager, new(_wave.Id, Today.AddDays(40)), default)).IsSuccess);
        Assert.Equal(Today.AddDays(40), (await GetAsync()).ClosesOn);
        Assert.Equal([WaveErrors.ClosesBeforeOpening(Today.AddDays(-1))], (await extend.ExecuteAsync(SurveyManager, new(_wave.Id, Today.AddDays(-1)), default)).Errors);
        Assert.False((await extend.ExecuteAsync(_survey.Staff(Role.Manager), new(_wave.Id, Today.AddDays(9)), default)).IsSuccess);
        var other = await TestSurvey.AddAsync(_database, "other-fund");
        Assert.Equal([FieldworkErrors.NotInTheField], (await extend.ExecuteAsync(other.Staff(Role.Admin), new(_wave.Id, Today.AddDays(9)), default)).Errors);
    }

    [Fact]
    public async Task Get_Draft_IsNotInTheField()
    {
        var draft = await _survey.AddDraftAsync(2027);
        var result = await new GetFieldwork(_survey.Database, _time).ExecuteAsync(SurveyManager, draft.Id, default);
        Assert.Equal([FieldworkErrors.NotInTheField], result.Errors);
    }

    private async Task<FieldworkView> GetAsync() => (await new GetFieldwork(_survey.Database, _time).ExecuteAsync(SurveyManager, _wave.Id, default)).Value;

    private async Task ReactAsync(string number, bool finished)
    {
        await using var context = _database.Open();
        var invitation = await FindAsync(context, number);
        var response = Response.Start(_wave, invitation.Language, []);
        invitation.Start(response.Id);
        if (finished)
        {
            invitation.MarkAnswered();
            response.Submit(Today);
        }

        context.Add(response);
        await context.SaveChangesAsync();
    }

    private async Task OptOutAsync(string number)
    {
        await using var context = _database.Open();
        (await FindAsync(context, number)).OptOut();
        await context.SaveChangesAsync();
    }

    private static Task<Invitation> FindAsync(KassaDbContext context, string number) =>
        context.Invitations.SingleAsync(row => context.Members.Any(member => member.Id == row.MemberId && member.Number == number));

    private async Task AddClosedAsync(int year, int answers, int day)
    {
        var opened = new DateOnly(year, 9, 1);
        var wave = await _survey.AddDraftAsync(year);
        await using var context = _database.Open();
        var stored = await context.Waves.SingleAsync(row => row.Id == wave.Id);
        stored.MarkImported(opened, opened.AddDays(30), 500);
        await context.SaveChangesAsync();
        await AddMoreAsync(year, answers, day);
    }

    private async Task AddMoreAsync(int year, int answers, int day)
    {
        await using var context = _database.Open();
        var wave = await context.Waves.SingleAsync(row => row.Year == new ReportingYear(year));
        for (var i = 0; i < answers; i++)
        {
            var response = Response.Start(wave, Languages.Finnish, []);
            response.Submit(new DateOnly(year, 9, 1).AddDays(day));
            context.Add(response);
        }

        await context.SaveChangesAsync();
    }
}
