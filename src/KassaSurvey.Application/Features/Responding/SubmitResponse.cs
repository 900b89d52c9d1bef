using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

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
    /// <param name="Receipt">The code that erases the answer later: told once, kept nowhere. Null when the answers are not handed in.</param>
    public sealed record Outcome(IReadOnlyList<FieldProblem> Problems, int? Next, string Language, string? Receipt)
    {
        /// <summary>True when the answers are handed in.</summary>
        public bool IsSubmitted => Problems.Count == 0 && Next is null;
    }

    public Task<Result<Outcome>> ExecuteAsync(Command command, CancellationToken cancellationToken) =>
        links.ChangeAsync(command.Token, forms, sheet => sheet.OnPage(command.Page, page =>
        {
            var outcome = new Outcome(
                sheet.Apply(page, command.Fields, isLeft: true),
                sheet.ShownPages().Find(other => other.Number > page.Number)?.Number,
                sheet.Link.Language,
                Receipt: null);
            if (!outcome.IsSubmitted)
            {
                return Result.Of(outcome);
            }

            var receipt = ReceiptCode.New();
            sheet.Submit(links.HashOf(receipt));
            return Result.Of(outcome with { Receipt = receipt });
        }), cancellationToken);
}
