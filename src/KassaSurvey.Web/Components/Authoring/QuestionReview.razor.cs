using System.Globalization;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A question beside the earlier year's, and the decision on how comparable the two are.</summary>
public sealed partial class QuestionReview(ClassifyChange classifyChange, IStringLocalizer<AuthoringTexts> Texts, IStringLocalizer<ErrorTexts> errors)
{
    private (QuestionChange Suggested, QuestionChange? Decided, string Reason)? _shown;
    private QuestionChange _change;
    private string _reason = "";
    private IReadOnlyList<string> _errors = [];

    [CascadingParameter]
    public required DraftSession Session { get; set; }

    [Parameter, EditorRequired]
    public required DraftQuestion Question { get; set; }

    /// <summary>A decision was recorded on the question of this code.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDecided { get; set; }

    private string Text => Question.Content.Text.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private bool IsLimited => Question.Limit > QuestionChange.Same;

    private bool NeedsReason => _change != Question.Suggested;

    /// <summary>What may be decided. "Scale changed" is offered only where the scale is another.</summary>
    private IEnumerable<QuestionChange> Options => Enum.GetValues<QuestionChange>().Where(change =>
        change != QuestionChange.New && change >= Question.Limit
        && (change != QuestionChange.ScaleChanged || QuestionChange.ScaleChanged == Question.Limit || change == Question.Change));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // What is being typed stays, unless the facts it is about have changed.
        var facts = (Question.Suggested, Question.Decided, Question.Reason);
        if (_shown != facts)
        {
            (_shown, _change, _reason, _errors) = (facts, Question.Change, Question.Reason, []);
        }
    }

    private string Id(string part) => $"{part}-{Question.Content.Code}";

    private async Task DecideAsync()
    {
        var command = (Code: Question.Content.Code, Change: _change, Reason: NeedsReason ? _reason : "");
        var isDone = await Session.RunAsync((viewer, draft) => classifyChange.ExecuteAsync(
            viewer, new(draft.WaveId, draft.Revision, command.Code, command.Change, command.Reason), CancellationToken.None));
        _errors = isDone || Session.IsStale ? [] : errors.Of(Session.Errors);
        if (isDone)
        {
            await OnDecided.InvokeAsync(command.Code);
        }
    }
}
