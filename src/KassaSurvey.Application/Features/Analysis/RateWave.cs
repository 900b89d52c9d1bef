using System.Globalization;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Fieldwork;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Interviewing;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>
/// Outcome rates of a wave: handed in = complete; begun and not handed in = partial or break-off by the share of ratings
/// answered; opted out = refusal; called without an answer = what came of the calls; invited and silent = not reached, because the member register knows them to be members.
/// </summary>
public sealed class RateWave(IKassaDatabase database)
{
    /// <summary>Counts the outcomes.</summary>
    public async Task<Result<OutcomeDocument>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadResults)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await FoundSurvey.FindAsync(db, query.FundKey, query.SurveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<OutcomeDocument>.Failed(found.Errors);
        }

        var (fund, survey) = found.Value;
        var wave = ReportingYear.IsValid(query.Year)
            ? await db.Waves.AsNoTracking().Include(row => row.Questions)
                .SingleOrDefaultAsync(row => row.SurveyId == survey.Id && row.Year == new ReportingYear(query.Year) && row.Status != WaveStatus.Draft, cancellationToken)
            : null;
        return wave is null
            ? WaveErrors.YearNotFound(query.SurveyKey, query.Year)
            : await CountAsync(db, wave, new DisclosureRule(fund.MinimumCell), query, cancellationToken);
    }

    /// <summary>Counts the outcomes of a wave whose field work is followed; the silent count as not reached, because the register knows them.</summary>
    public async Task<Result<OutcomeDocument>> FollowAsync(Viewer viewer, WaveId id, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var wave = await db.Waves.AsNoTracking().Include(row => row.Questions).SingleOrDefaultAsync(row => row.Id == id && row.Status != WaveStatus.Draft, cancellationToken);
        if (wave is null)
        {
            return FieldworkErrors.NotInTheField;
        }

        var minimum = await db.Funds.Where(row => row.Id == wave.FundId).Select(row => row.MinimumCell).SingleAsync(cancellationToken);
        return await CountAsync(
            db, wave, new DisclosureRule(minimum), new("", "", wave.Year.Value, SilentMembers.NonContact, Invited: null, Eligibility: null), cancellationToken);
    }

    private static async Task<Result<OutcomeDocument>> CountAsync(
        KassaDbContext db, Wave wave, DisclosureRule rule, Query query, CancellationToken cancellationToken)
    {
        var complete = await db.Responses.CountAsync(row => row.WaveId == wave.Id && row.Status == ResponseStatus.Completed, cancellationToken);
        var unfinished = await UnfinishedAsync(db, wave, cancellationToken);
        var invitations = await db.Invitations.Where(row => row.WaveId == wave.Id).GroupBy(row => row.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var optedOut = invitations.Where(group => group.Status == InvitationStatus.OptedOut).Sum(group => group.Count);
        if ((query.Invited ?? wave.InvitedCount ?? (invitations.Count > 0 ? invitations.Sum(group => group.Count) : null)) is not { } invited)
        {
            return AnalysisErrors.InvitedUnknown(query.Year);
        }

        var called = await CalledAsync(db, wave, cancellationToken);
        var silentCalled = called.Count(call => call.Status == InvitationStatus.Waiting);
        var known = complete + unfinished.Count + optedOut + silentCalled;
        if (invited < known)
        {
            return AnalysisErrors.FewerInvited(invited, known);
        }

        if (invited == 0)
        {
            return AnalysisErrors.NobodyAsked;
        }

        if (rule.Hides(complete))
        {
            return AnalysisErrors.TooFewRespondents;
        }

        var partial = unfinished.Count(disposition => disposition == Disposition.Partial);
        var counts = new OutcomeCounts
        {
            Complete = complete,
            Partial = partial,
            Refusal = unfinished.Count - partial + optedOut - (called.Count - silentCalled) + Called(Disposition.Refusal),
            NonContact = (query.Silent == SilentMembers.NonContact ? invited - known : 0) + Called(Disposition.NonContact),
            Other = Called(Disposition.Other),
            UnknownHousehold = query.Silent == SilentMembers.UnknownEligibility ? invited - known : 0,
            UnknownOther = Called(Disposition.UnknownOther),
        };
        return OutcomeDocument.Of(query.Year.ToString(CultureInfo.InvariantCulture), counts, query.Eligibility, query.Silent);

        int Called(Disposition disposition) => called.Count(call => call.Outcome == disposition);
    }

    /// <summary>
    /// The outcome of each member without an answer who was called: the call that ended the calling decides, else the latest one.
    /// Whoever opted out in a call stands here too, because somebody who has died did not refuse.
    /// </summary>
    private static async Task<List<(InvitationStatus Status, Disposition Outcome)>> CalledAsync(
        KassaDbContext db, Wave wave, CancellationToken cancellationToken)
    {
        var silent = db.Invitations.Where(row => row.WaveId == wave.Id && (row.Status == InvitationStatus.Waiting || row.Status == InvitationStatus.OptedOut));
        var calls = await db.CallAttempts.AsNoTracking()
            .Join(silent, call => call.InvitationId, invitation => invitation.Id, (call, invitation) => new { invitation.Id, invitation.Status, call.At, call.Outcome })
            .ToListAsync(cancellationToken);
        return
        [
            .. calls.GroupBy(call => (call.Id, call.Status)).Select(each => (
                each.Key.Status, OutcomeOf(each.OrderBy(call => call.Outcome.EndsCalling()).ThenBy(call => call.At).Last().Outcome, each.Key.Status))),
        ];
    }

    /// <summary>Who opted out without saying so on the phone refused, whatever the calls before came to.</summary>
    private static Disposition OutcomeOf(CallOutcome outcome, InvitationStatus status) =>
        status == InvitationStatus.OptedOut && !outcome.EndsCalling() ? Disposition.Refusal
        : Dispositions.TryParse(outcome.DispositionCode(), out var disposition) ? disposition
        : throw new InvalidOperationException($"{outcome} has no final disposition.");

    /// <summary>The outcome of each answer that was begun and not handed in.</summary>
    private static async Task<List<Disposition>> UnfinishedAsync(KassaDbContext db, Wave wave, CancellationToken cancellationToken)
    {
        var begun = db.Responses.Where(row => row.WaveId == wave.Id && row.Status == ResponseStatus.InProgress);
        var ids = await begun.Select(row => row.Id).ToListAsync(cancellationToken);
        var answers = await db.Answers.AsNoTracking()
            .Join(begun, answer => answer.ResponseId, response => response.Id, (answer, _) => answer)
            .ToListAsync(cancellationToken);
        var questionnaire = new Questionnaire(wave.Questions);
        var codes = questionnaire.Questions.ToDictionary(question => question.Id, question => question.Code);
        var byResponse = answers.ToLookup(answer => answer.ResponseId);
        return [.. ids.Select(id => Outcome(questionnaire, byResponse[id].ToDictionary(
            answer => codes[answer.QuestionId], answer => answer.Value, StringComparer.OrdinalIgnoreCase)))];
    }

    private static Disposition Outcome(Questionnaire questionnaire, Dictionary<string, AnswerValue> answers)
    {
        var asked = questionnaire.Questions.Where(question => question.IsRating && questionnaire.IsShown(question, answers)).ToList();
        var answered = asked.Count(question => answers.TryGetValue(question.Code, out var answer) && answer.State is AnswerState.Given or AnswerState.CantSay);
        return Dispositions.OfUnfinished(answered, asked.Count);
    }

    /// <summary>What is counted.</summary>
    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Year">The wave's year.</param>
    /// <param name="Silent">What members count as who did not react.</param>
    /// <param name="Invited">How many were invited, for a wave that does not know; null = as known.</param>
    /// <param name="Eligibility">e 0-1, or null to estimate it.</param>
    public sealed record Query(string FundKey, string SurveyKey, int Year, SilentMembers Silent, int? Invited, double? Eligibility);
}
