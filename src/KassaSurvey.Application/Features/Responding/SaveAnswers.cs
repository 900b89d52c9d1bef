using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>Saves what a page of the questionnaire holds: good fields are kept even when others are refused.</summary>
public sealed class SaveAnswers(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Page">The page's fixed number.</param>
    /// <param name="Language">The language to go on in; null or unknown keeps the present one.</param>
    /// <param name="IsLeft">True when the member leaves the page, false when single answers are saved on the way.</param>
    /// <param name="Fields">Posted values by question code.</param>
    public sealed record Command(
        string? Token, int Page, string? Language, bool IsLeft, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields);

    /// <param name="Problems">Fields that were not accepted.</param>
    /// <param name="Next">The page shown after this one; the same when it is the last.</param>
    /// <param name="Previous">The page shown before this one; the same when it is the first.</param>
    public sealed record Saved(IReadOnlyList<FieldProblem> Problems, int Next, int Previous);

    public async Task<Result<Saved>> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await using var opened = await links.OpenAsync(command.Token, cancellationToken);
        if (opened is not { Link: var link, Db: var db })
        {
            return RespondingErrors.UnknownLink;
        }

        if (link.On(links.Today) != LinkStanding.InProgress || link.ResponseId is not { } response)
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
            if (!await HoldAsync(db, response, Languages.IsKnown(command.Language) ? command.Language! : link.Language, stop))
            {
                return RespondingErrors.NotAnswerable;
            }

            var sheet = await AnswerSheet.LoadAsync(db, form.Questionnaire, response, stop);
            var problems = sheet.Apply(page, command.Fields, command.IsLeft);
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, stop);
            await transaction.CommitAsync(stop);
            var shown = sheet.ShownPages();
            return Result.Of(new Saved(
                problems,
                shown.Find(other => other.Number > page.Number)?.Number ?? page.Number,
                shown.FindLast(other => other.Number < page.Number)?.Number ?? page.Number));
        }, cancellationToken);
    }

    /// <summary>
    /// Takes the response's row lock before anything is read, so that two sessions on one link save one after the other,
    /// and a submitted answer is not touched any more.
    /// </summary>
    internal static async Task<bool> HoldAsync(KassaDbContext db, ResponseId response, string language, CancellationToken cancellationToken) =>
        await db.Responses
            .Where(row => row.Id == response && row.Status == ResponseStatus.InProgress)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.Language, language), cancellationToken) == 1;
}
