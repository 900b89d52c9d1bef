using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>One page of the questionnaire with the member's answers filled in.</summary>
public sealed class ViewPage(LinkReader links, QuestionnaireCache forms)
{
    /// <param name="Token">The link's token.</param>
    /// <param name="Page">The page's fixed number; one that is not shown now leads to the nearest that is.</param>
    public sealed record Query(string? Token, int Page);

    /// <param name="Form">The survey asked.</param>
    /// <param name="Language">The language of the answer.</param>
    /// <param name="Number">The fixed number of the page shown.</param>
    /// <param name="Position">Its place among the pages shown now, from 1.</param>
    /// <param name="Count">How many pages are shown now.</param>
    /// <param name="Items">Its questions with the values their fields hold.</param>
    public sealed record View(
        SurveyForm Form, string Language, int Number, int Position, int Count, IReadOnlyList<Item> Items)
    {
        /// <summary>True when there is nothing to go back to.</summary>
        public bool IsFirst => Position == 1;

        /// <summary>True when the answer can be submitted here.</summary>
        public bool IsLast => Position == Count;
    }

    /// <param name="Question">The question.</param>
    /// <param name="Values">Field values of the stored answer; empty for none.</param>
    public sealed record Item(Question Question, IReadOnlyList<string> Values);

    public async Task<Result<View>> ExecuteAsync(Query query, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(query.Token, withAnswers: true, cancellationToken) is not { Link: var link } state)
        {
            return RespondingErrors.UnknownLink;
        }

        var form = await forms.GetAsync(link.FundId, link.WaveId, link.Revision, cancellationToken);
        var sheet = new AnswerSheet(form, state, links.Today);
        if (!sheet.IsInProgress)
        {
            return RespondingErrors.NotAnswerable;
        }

        var pages = sheet.ShownPages();
        var index = pages.FindIndex(page => page.Number >= query.Page);
        index = index < 0 ? pages.Count - 1 : index;
        var items = sheet.ShownOn(pages[index]).Select(question => new Item(question, AnswerField.Write(question, sheet[question])));
        return new View(form, form.Speak(null, link.Language), pages[index].Number, index + 1, pages.Count, [.. items]);
    }
}
