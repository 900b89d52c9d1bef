using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Interviewing;
using KassaSurvey.Application.Tests.Features.Responding;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Interviewing;

public sealed class InterviewingTests
{
    private static readonly TimeSpan Rested = TimeSpan.FromHours(4);

    [Fact]
    public async Task Next_ForInterviewersAtOnce_NeverGivesOneMemberToTwo()
    {
        await using var bench = await RespondingBench.CreateAsync();
        for (var i = 1; i <= 12; i++)
        {
            await InviteAsync(bench, $"{i}");
        }

        var found = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() => NextAsync(bench, $"interviewer {i}"))));

        var given = found.Select(result => result.Value).OfType<CallCard>().Select(card => card.Number).ToList();
        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.True(given.Count >= 6, $"only {given.Count} of 12 interviewers were given a member");
    }

    [Fact]
    public async Task Next_TriesEverybodyOnceBeforeAnybodyTwice()
    {
        await using var bench = await RespondingBench.CreateAsync();
        await InviteAsync(bench, "1");
        await InviteAsync(bench, "2");

        var first = (await NextAsync(bench)).Value!;
        await RecordAsync(bench, first, CallOutcome.NoAnswer);
        var second = (await NextAsync(bench)).Value!;
        await RecordAsync(bench, second, CallOutcome.Busy);
        var resting = (await NextAsync(bench)).Value;
        bench.Clock.Advance(Rested);
        var again = (await NextAsync(bench)).Value!;

        Assert.NotEqual(first.Number, second.Number);
        Assert.Null(resting);
        Assert.Single(again.Attempts);
    }

    [Fact]
    public async Task Next_HonoursTheTimeAskedForAndRefusals()
    {
        await using var bench = await RespondingBench.CreateAsync();
        await InviteAsync(bench, "1");
        var card = (await NextAsync(bench)).Value!;
        await RecordAsync(bench, card, CallOutcome.CallAgain, again: bench.Clock.GetUtcNow().UtcDateTime.AddDays(1));
        bench.Clock.Advance(Rested);
        Assert.Null((await NextAsync(bench)).Value);

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await RecordAsync(bench, (await NextAsync(bench)).Value!, CallOutcome.Refused);
        bench.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Null((await NextAsync(bench)).Value);
        Assert.Equal(InvitationStatus.OptedOut, Assert.Single(await bench.InvitationsAsync()).Status);
    }

    [Fact]
    public async Task Find_ByNumber_SaysWhoHasTheMemberOnThePhone()
    {
        await using var bench = await RespondingBench.CreateAsync();
        await InviteAsync(bench, "A-7");

        Assert.Equal("A-7", (await FindAsync(bench, " A-7 ", "Aino")).Value!.Number);
        Assert.Equal([InterviewErrors.Held("Aino")], (await FindAsync(bench, "A-7", "Bo")).Errors);
        Assert.Equal([InterviewErrors.NotInvited("A-8")], (await FindAsync(bench, "A-8", "Bo")).Errors);

        bench.Clock.Advance(CallHold.KeptFor);
        Assert.True((await FindAsync(bench, "A-7", "Bo")).IsSuccess);
    }

    [Fact]
    public async Task Interview_BegunOnTheWeb_FinishesOnThePhoneAsOneAnswerWithBothModes()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var invitation = await InviteAsync(bench, "1");
        var member = bench.Links.TokenOf(invitation);
        await bench.StartAsync(member);
        await bench.SaveAsync(member, 1, ("MATTER", "MEMBER"));
        var card = (await NextAsync(bench)).Value!;

        var interview = (await BeginAsync(bench, card)).Value;
        var finished = await new FinishInterview(bench.Survey.Database, bench.Submit).ExecuteAsync(
            Interviewer(bench), new(card.Invitation, interview.Token, await bench.LastPageAsync(interview.Token), Fields(("BG_STATUS", "FULL"))), default);

        Assert.True(finished.Value.IsSubmitted);
        var response = Assert.Single(await bench.ResponsesAsync());
        Assert.Equal((ResponseStatus.Completed, ResponseMode.Web, ResponseMode.Phone), (response.Status, response.StartMode, response.Mode));
        Assert.Equal(AnswerValue.Of(2), (await bench.AnswersAsync())["MATTER"]);
    }

    [Fact]
    public async Task Interview_Finished_LeavesNoTraceOfTheCalls()
    {
        await using var bench = await RespondingBench.CreateAsync();
        await InviteAsync(bench, "1");
        await RecordAsync(bench, (await NextAsync(bench)).Value!, CallOutcome.NoAnswer);
        bench.Clock.Advance(Rested);
        var card = (await NextAsync(bench)).Value!;
        var interview = (await BeginAsync(bench, card)).Value;

        await new FinishInterview(bench.Survey.Database, bench.Submit).ExecuteAsync(
            Interviewer(bench), new(card.Invitation, interview.Token, await bench.LastPageAsync(interview.Token), Fields(("BG_STATUS", "FULL"))), default);

        await using var db = bench.Survey.Database.For(Viewer.Operator);
        Assert.Equal((0, 0), (await db.CallAttempts.CountAsync(), await db.CallHolds.CountAsync()));
        Assert.Null((await NextAsync(bench)).Value);
    }

    [Fact]
    public async Task Everything_ForAnotherFundsInterviewer_FindsNobody()
    {
        await using var bench = await RespondingBench.CreateAsync();
        await InviteAsync(bench, "1");
        var card = (await NextAsync(bench)).Value!;
        var stranger = Viewer.Staff(new FundId(4711), "stranger", [Role.Interviewer]);

        Assert.Equal([InterviewErrors.NotInvited("1")], (await new FindCall(bench.Survey.Database, bench.Clock).ExecuteAsync(stranger, new("1"), default)).Errors);
        Assert.Null((await new FindCall(bench.Survey.Database, bench.Clock).ExecuteAsync(stranger, new(null), default)).Value);
        Assert.Equal(
            [InterviewErrors.NotAnswerable],
            (await new BeginInterview(bench.Survey.Database, bench.Links, bench.Start).ExecuteAsync(stranger, new(card.Invitation, "fi"), default)).Errors);
        Assert.Equal(
            [InterviewErrors.NotAnswerable],
            (await new RecordCall(bench.Survey.Database, bench.Clock).ExecuteAsync(stranger, new(card.Invitation, CallOutcome.Refused, "", null), default)).Errors);
    }

    [Fact]
    public async Task Analyst_MayNotCall()
    {
        await using var bench = await RespondingBench.CreateAsync();

        var found = await new FindCall(bench.Survey.Database, bench.Clock).ExecuteAsync(bench.Survey.Staff(Role.Analyst), new(null), default);

        Assert.Equal([AccessErrors.NotAllowed], found.Errors);
    }

    private static async Task<InvitationId> InviteAsync(RespondingBench bench, string number)
    {
        var invitation = await bench.Survey.InviteAsync(bench.Wave, number);
        await using var db = bench.Survey.Database.For(Viewer.Operator);
        (await db.Members.SingleAsync(member => member.Id == invitation.MemberId)).CallAt("+358 457 5770 001");
        await db.SaveChangesAsync();
        return invitation.Id;
    }

    private static Viewer Interviewer(RespondingBench bench, string name = "Aino") =>
        Viewer.Staff(bench.Survey.Fund.Id, name, [Role.Interviewer]);

    private static Task<Result<CallCard?>> NextAsync(RespondingBench bench, string name = "Aino") => FindAsync(bench, null, name);

    private static Task<Result<CallCard?>> FindAsync(RespondingBench bench, string? number, string name) =>
        new FindCall(bench.Survey.Database, bench.Clock).ExecuteAsync(Interviewer(bench, name), new(number), default);

    private static Task<Result<BeginInterview.Interview>> BeginAsync(RespondingBench bench, CallCard card) =>
        new BeginInterview(bench.Survey.Database, bench.Links, bench.Start).ExecuteAsync(Interviewer(bench), new(card.Invitation, Languages.Finnish), default);

    private static async Task RecordAsync(RespondingBench bench, CallCard card, CallOutcome outcome, DateTime? again = null)
    {
        var recorded = await new RecordCall(bench.Survey.Database, bench.Clock).ExecuteAsync(
            Interviewer(bench), new(card.Invitation, outcome, "", again), default);
        Assert.True(recorded.IsSuccess);
    }

    private static Dictionary<string, IReadOnlyList<string>> Fields(params (string Code, string Value)[] fields) =>
        fields.ToDictionary(field => field.Code, field => (IReadOnlyList<string>)[field.Value]);
}
