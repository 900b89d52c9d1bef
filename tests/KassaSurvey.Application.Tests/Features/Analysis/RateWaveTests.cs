using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Analysis;

public sealed class RateWaveTests
{
    private static readonly DateOnly Day = new(2020, 5, 4);

    [Fact]
    public async Task Rate_Wave_CountsEachInvitationByItsOutcome()
    {
        await using var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        var wave = await survey.AddOpenWaveAsync(2020, Day, Day.AddDays(20), [.. Enumerable.Range(1, 4).Select(Rating)]);
        for (var member = 0; member < 20; member++)
        {
            var invitation = await survey.InviteAsync(wave, $"{member}");
            // Six hand in; two answer half of the four ratings, one answers one; the rest say nothing.
            if (member < 9)
            {
                await AnswerAsync(database, wave, invitation, member < 6 ? 4 : member < 8 ? 2 : 1, isHandedIn: member < 6);
            }
        }

        var byRegister = await RateAsync(database, SilentMembers.NonContact);
        var unknown = await RateAsync(database, SilentMembers.UnknownEligibility);

        Assert.Equal(new() { Complete = 6, Partial = 2, Refusal = 1, NonContact = 11 }, byRegister.Value.Counts);
        Assert.Equal((0.3, 0.4), (byRegister.Value.Rates["RR1"], byRegister.Value.Rates["RR6"]));
        Assert.Equal(new() { Complete = 6, Partial = 2, Refusal = 1, UnknownHousehold = 11 }, unknown.Value.Counts);
        ReferenceFiles.Close(6 / 9.0, unknown.Value.Rates["RR5"], 1e-12);
    }

    [Fact]
    public async Task Rate_CalledMembersWithoutAnAnswer_CountByWhatCameOfTheCalls()
    {
        await using var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        var wave = await survey.AddOpenWaveAsync(2020, Day, Day.AddDays(20), Rating(1));
        CallOutcome[][] calls =
        [
            [CallOutcome.NoAnswer, CallOutcome.Busy], [CallOutcome.VoiceMail, CallOutcome.BrokenOff], [CallOutcome.LanguageProblem],
            [CallOutcome.WrongNumber, CallOutcome.NoAnswer], [CallOutcome.NoAnswer, CallOutcome.Refused], [CallOutcome.Deceased], [],
        ];
        for (var member = 0; member < calls.Length; member++)
        {
            await CallAsync(database, await survey.InviteAsync(wave, $"{member}"), calls[member]);
        }

        var counts = (await RateAsync(database, SilentMembers.UnknownEligibility)).Value.Counts;

        // The wrong number decides over the silence after it; the dead did not refuse; one was never called.
        Assert.Equal(new() { NonContact = 1, Refusal = 2, Other = 2, UnknownOther = 1, UnknownHousehold = 1 }, counts);
    }

    [Fact]
    public async Task Rate_WaveWithoutInvitations_AsksHowManyWereInvited()
    {
        await using var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        await survey.AddOpenWaveAsync(2020, Day, Day.AddDays(20), Rating(1));

        Assert.Equal("Analysis.InvitedUnknown(2020)", Assert.Single((await RateAsync(database, SilentMembers.NonContact)).Errors).ToString());
        Assert.Equal((0.0, 40L), ((await RateAsync(database, SilentMembers.NonContact, 40)).Value is var told ? told.Rates["RR1"] : null, told.Counts.NonContact));
    }

    private static QuestionContent Rating(int number) =>
        new($"Q{number}", QuestionKind.Scale, LocalizedText.Same("How?")) { Scale = AnswerScale.OneToSeven };

    private static async Task AnswerAsync(TestDatabase database, Wave wave, Invitation invited, int answers, bool isHandedIn)
    {
        await using var db = database.Open();
        var invitation = await db.Invitations.SingleAsync(row => row.Id == invited.Id);
        var response = Response.Start(wave, Languages.Finnish, []);
        db.Responses.Add(response);
        db.Answers.AddRange(wave.Questions.OrderBy(question => question.Order).Take(answers).Select(question => new Answer(response.Id, question.Id, AnswerValue.Of(5))));
        Assert.True(invitation.Start(response.Id).IsSuccess);
        if (isHandedIn)
        {
            Assert.True(response.Submit(Day).IsSuccess && invitation.MarkAnswered().IsSuccess);
        }

        await db.SaveChangesAsync();
    }

    private static async Task CallAsync(TestDatabase database, Invitation invited, CallOutcome[] outcomes)
    {
        await using var db = database.Open();
        var invitation = await db.Invitations.SingleAsync(row => row.Id == invited.Id);
        foreach (var (outcome, hour) in outcomes.Select((outcome, i) => (outcome, i)))
        {
            db.CallAttempts.Add(CallAttempt.Record(invitation, "Ida", new DateTime(2020, 5, 5, 9 + hour, 0, 0, DateTimeKind.Utc), outcome, "", null).Value);
            Assert.True(outcome is not (CallOutcome.Refused or CallOutcome.Deceased) || invitation.OptOut().IsSuccess);
        }

        await db.SaveChangesAsync();
    }

    private static Task<Result<OutcomeDocument>> RateAsync(TestDatabase database, SilentMembers silent, int? invited = null) =>
        new RateWave(database.Database).ExecuteAsync(
            Viewer.Operator, new("test-fund", "member-satisfaction", 2020, silent, invited, null), CancellationToken.None);
}
