using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>
/// Saves the last page and hands the answers in, in one transaction. What ties the answer to the member is destroyed with it
/// (kept apart in a confidential survey); only the day remains. Submitting again is harmless.
/// </summary>
public sealed class SubmitResponse(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Page">The page's fixed number.</param>
    /// <param name="Fields">Posted values by question code.</param>
    public sealed record Command(string? Token, int Page, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields);

    /// <param name="Problems">Fields that were not accepted; the answer is then saved and not submitted.</param>
    /// <param name="Next">A page that the last answers opened, to be answered before submitting; else null.</param>
    /// <param name="Language">The language it was answered in: nothing leads to it from the link any more.</param>
    public sealed record Outcome(IReadOnlyList<FieldProblem> Problems, int? Next, string Language)
    {
        /// <summary>True when the answers are handed in.</summary>
        public bool IsSubmitted => Problems.Count == 0 && Next is null;
    }

    public async Task<Result<Outcome>> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await using var opened = await links.OpenAsync(command.Token, cancellationToken);
        if (opened is not { Link: var link, Db: var db })
        {
            return RespondingErrors.UnknownLink;
        }

        if (link.On(links.Today) != LinkStanding.InProgress || link.ResponseId is not { } id)
        {
            return RespondingErrors.NotAnswerable;
        }

        var form = await forms.GetAsync(link.FundId, link.WaveId, link.Revision, cancellationToken);
        if (form.Questionnaire.Pages.ElementAtOrDefault(command.Page - 1) is not { } page)
        {
            return RespondingErrors.NoSuchPage;
        }

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (!await SaveAnswers.HoldAsync(db, id, link.Language, stop))
            {
                return RespondingErrors.NotAnswerable;
            }

            var sheet = await AnswerSheet.LoadAsync(db, form.Questionnaire, id, stop);
            var outcome = new Outcome(
                sheet.Apply(page, command.Fields, isLeft: true),
                sheet.ShownPages().Find(other => other.Number > page.Number)?.Number,
                link.Language);
            if (outcome.IsSubmitted)
            {
                var response = await db.Responses.SingleAsync(row => row.Id == id, stop);
                var invitation = await db.Invitations.SingleAsync(row => row.Id == link.InvitationId, stop);
                if (!response.Submit(links.Today).IsSuccess || !invitation.MarkAnswered().IsSuccess)
                {
                    return RespondingErrors.NotAnswerable;
                }

                KeepTie(db, form, invitation, response);
            }

            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, stop);
            // Asked after the response is marked: closing a wave marks the wave first and reads the responses then,
            // so an answer is either in the sealed columns or refused here.
            if (outcome.IsSubmitted && !await db.Waves.AnyAsync(wave => wave.Id == link.WaveId && wave.Status == WaveStatus.Open, stop))
            {
                return RespondingErrors.NotAnswerable;
            }

            await transaction.CommitAsync(stop);
            return Result.Of(outcome);
        }, cancellationToken);
    }

    /// <summary>Only where the member was told so on the first page.</summary>
    private static void KeepTie(KassaDbContext db, SurveyForm form, Invitation invitation, Response response)
    {
        if (form.IsConfidential)
        {
            db.ConfidentialLinks.Add(ConfidentialLink.Of(invitation, response));
        }
    }
}
