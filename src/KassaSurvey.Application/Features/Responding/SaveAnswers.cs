using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>Saves what a page of the questionnaire holds: good fields are kept even when others are refused.</summary>
public sealed class SaveAnswers(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Page">The page's fixed number.</param>
    /// <param name="Language">The language to go on in; null or unknown keeps the present one.</param>
    /// <param name="IsLeft">True when the member is done with the page, false on the way, and when going back.</param>
    /// <param name="Fields">Posted values by question code.</param>
    public sealed record Command(
        string? Token, int Page, string? Language, bool IsLeft, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields);

    /// <param name="Problems">Fields that were not accepted.</param>
    /// <param name="Next">The page shown after this one; the same when it is the last.</param>
    /// <param name="Previous">The page shown before this one; the same when it is the first.</param>
    public sealed record Saved(IReadOnlyList<FieldProblem> Problems, int Next, int Previous);

    public Task<Result<Saved>> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
        links.ChangeAsync(command.Token, forms, sheet => sheet.OnPage(command.Page, page =>
        {
            sheet.Speak(command.Language);
            var problems = sheet.Apply(page, command.Fields, command.IsLeft);
            var shown = sheet.ShownPages();
            return Result.Of(new Saved(
                problems,
                shown.Find(other => other.Number > page.Number)?.Number ?? page.Number,
                shown.FindLast(other => other.Number < page.Number)?.Number ?? page.Number));
        }), cancellationToken);
}
