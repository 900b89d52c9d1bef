using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Endpoints;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Responding;

public sealed partial class AnswerPage
{
    private readonly Dictionary<string, string> _leads = [];

    [Parameter, EditorRequired]
    public required Content Shown { get; set; }

    private MemberWords Words => Shown.Words;

    private ViewPage.View View => Shown.View;

    private string Forward => View.IsLast ? PostedForm.GoSubmit : PostedForm.GoNext;

    private string Title
    {
        get
        {
            var title = Words[RespondingTexts.PageTitle, View.Position, View.Count, Words[View.Form.SurveyName]];
            return Shown.Fields.Any(shown => shown.Error is not null) ? Words[RespondingTexts.ErrorTitle, title] : title;
        }
    }

    /// <summary>The service area the whole page is about, or null on a page of several.</summary>
    private LocalizedText? Area =>
        View.Items.Select(item => item.Question.AreaCode).Distinct().ToList() is [{ } code]
            ? View.Form.AreaNames.GetValueOrDefault(code)
            : null;

    /// <summary>The fields, each with the sentence that introduces it when that is not the one above it.</summary>
    private IEnumerable<(Field Field, string? Lead)> WithLeads()
    {
        var above = "";
        foreach (var field in Shown.Fields)
        {
            var lead = Words[field.Question.Lead];
            yield return (field, lead.Length > 0 && lead != above ? lead : null);
            above = lead;
        }
    }

    /// <summary>The id of the sentence that introduces a field, so that it is read with each question it belongs to.</summary>
    private string? LeadOf(Field field)
    {
        var lead = Words[field.Question.Lead];
        return lead.Length == 0 ? null : _leads.TryGetValue(lead, out var id) ? id : _leads[lead] = $"lead-{field.Question.Code}";
    }

    /// <summary>What the page shows.</summary>
    /// <param name="Words">The language.</param>
    /// <param name="View">The page.</param>
    /// <param name="Fields">Its questions as filled in.</param>
    /// <param name="Action">Where the form posts.</param>
    /// <param name="RequestToken">Antiforgery.</param>
    /// <param name="Notice">Why the page is shown again though nothing is wrong with an answer, or null.</param>
    public sealed record Content(
        MemberWords Words, ViewPage.View View, IReadOnlyList<Field> Fields, string Action, string RequestToken, PageNotice? Notice);

    /// <summary>Why a page could not be saved, as keys of its texts.</summary>
    public sealed record PageNotice(string Title, string Text)
    {
        /// <summary>The form does not belong to this link.</summary>
        public static PageNotice Expired { get; } = new(RespondingTexts.Expired, RespondingTexts.ExpiredText);

        /// <summary>Too much at once.</summary>
        public static PageNotice TooMany { get; } = new(RespondingTexts.TooMany, RespondingTexts.TooManyText);
    }

    /// <summary>One question as filled in.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="Values">What its controls hold.</param>
    /// <param name="Error">What is wrong with it, or null.</param>
    public sealed record Field(Question Question, IReadOnlyList<string> Values, string? Error)
    {
        /// <summary>Name of its controls and id of the first.</summary>
        public string Name => PostedForm.QuestionPrefix + Question.Code;

        /// <summary>Id of its error message.</summary>
        public string ErrorId => Name + "-error";

        /// <summary>True when the control with this value is to be checked.</summary>
        public bool Has(string value) => Values.Contains(value);
    }
}
