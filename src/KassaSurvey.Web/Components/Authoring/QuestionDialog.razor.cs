using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>Writes a new question or changes one; closes with the edit that was made.</summary>
public sealed partial class QuestionDialog
{
    private const string ConditionPrefix = "Draft.Condition";

    private IReadOnlyList<string> _errors = [];
    private IReadOnlyList<string> _conditionErrors = [];
    private bool _isSaving;
    private bool _isStale;
    private string? _focus;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required DraftSession Session { get; set; }

    /// <summary>The question to change; null for a new one.</summary>
    [Parameter, EditorRequired]
    public required DraftQuestion? Question { get; set; }

    [Parameter, EditorRequired]
    public required QuestionForm Form { get; set; }

    private bool IsCodeFixed => Question is { IsCodeFixed: true };

    /// <summary>A new question stands at the end of its area, so any other may decide about it: the program says when one does not come before.</summary>
    private IReadOnlyList<QuestionContent> Earlier =>
    [
        .. Session.Draft.Questions.Select(question => question.Content)
            .TakeWhile(content => Question is null || content.Code != Question.Content.Code)
            .Where(content => Question is not null || IsBeforeTheEndOfTheArea(content)),
    ];

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } id)
        {
            _focus = null;
            await Script.FocusAsync(id);
        }
    }

    private bool IsBeforeTheEndOfTheArea(QuestionContent content)
    {
        var last = Session.Draft.Questions.LastOrDefault(question => question.Content.AreaCode == Form.Area);
        return last is null || Session.Draft.Questions.First(question => question.Content.Code == content.Code).Place <= last.Place;
    }

    private async Task SaveAsync()
    {
        var read = Form.Read();
        if (!read.IsSuccess)
        {
            Show(read.Errors);
            return;
        }

        _isSaving = true;
        DraftEdit edit = Question is null ? new DraftEdit.AddQuestion(read.Value, 0) : new DraftEdit.ChangeQuestion(Question.Content.Code, read.Value);
        var isDone = await Session.ApplyAsync(edit);
        _isSaving = false;
        if (isDone)
        {
            Dialog.Close(edit is DraftEdit.AddQuestion ? edit : new DraftEdit.ChangeQuestion(read.Value.Code, read.Value));
            return;
        }

        _isStale = Session.IsStale;
        Show(Session.Errors);
    }

    private async Task ReloadAsync()
    {
        await Session.ReloadAsync();
        _isStale = Session.IsStale;
        Show(Session.Errors);
    }

    private void Show(IReadOnlyList<Error> errors)
    {
        _conditionErrors = ErrorSentences.Of(errors.Where(IsOfCondition));
        _errors = ErrorSentences.Of(errors.Where(error => !IsOfCondition(error)));
        // The form is longer than the screen: what is wrong comes into sight by itself.
        _focus = _errors.Count > 0 || _isStale ? "question-errors" : _conditionErrors.Count > 0 ? "condition-errors" : null;
    }

    private static bool IsOfCondition(Error error) => error.Code.StartsWith(ConditionPrefix, StringComparison.Ordinal);
}
