using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>The editor of a draft's areas and questions.</summary>
public sealed partial class QuestionnaireEditor(IDialogService dialogs, IJSRuntime script, IStringLocalizer<ErrorTexts> errorSentences)
{
    private static readonly DialogOptions Wide = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false };

    private IReadOnlyList<string> _errors = [];
    private string _said = "";
    private string? _focus;
    private DraftQuestion? _dragged;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } id)
        {
            _focus = null;
            await script.FocusAsync(id);
        }
    }

    private string Told(DraftStep step) => Texts[$"Did{step.What}", step.Subject];

    private async Task EditAsync(DraftEdit edit)
    {
        var from = edit switch
        {
            DraftEdit.MoveQuestion move => PlaceOf(move.Code),
            DraftEdit.MoveArea move => AreaPlaceOf(move.Code),
            _ => 0,
        };
        if (!await DoneAsync(Session.ApplyAsync(edit)))
        {
            return;
        }

        _said = edit switch
        {
            DraftEdit.MoveQuestion move => Texts[EditorTexts.MovedTo, move.Code, PlaceOf(move.Code), Draft.Questions.Length],
            DraftEdit.MoveArea move => Texts[EditorTexts.MovedTo, move.Code, AreaPlaceOf(move.Code), Draft.Areas.Length],
            _ => Texts[EditorTexts.Done, Texts[$"Did{edit.GetType().Name}", edit.Subject]],
        };
        _focus = edit switch
        {
            DraftEdit.RemoveQuestion or DraftEdit.RemoveArea => "editor-undo",
            DraftEdit.MoveQuestion move => $"{(move.Place < from ? "up" : "down")}-{move.Code}",
            DraftEdit.MoveArea move => $"{(move.Place < from ? "up" : "down")}-{move.Code}",
            DraftEdit.ChangeSettings => WaveUrls.SettingsAnchor,
            _ => _focus,
        };
    }

    private async Task UndoAsync()
    {
        if (Draft.Undo is { } step && await DoneAsync(Session.UndoAsync()))
        {
            _said = Texts[EditorTexts.Undone, Told(step)];
        }
    }

    private async Task RedoAsync()
    {
        if (Draft.Redo is { } step && await DoneAsync(Session.RedoAsync()))
        {
            _said = Texts[EditorTexts.Done, Told(step)];
        }
    }

    private async Task<bool> DoneAsync(Task<bool> change)
    {
        var isDone = await change;
        _errors = isDone || Session.IsStale ? [] : errorSentences.Of(Session.Errors);
        _said = "";
        return isDone;
    }

    private async Task DropAsync(DraftQuestion target)
    {
        var dragged = _dragged;
        _dragged = null;
        if (dragged is null || dragged.Content.Code == target.Content.Code)
        {
            return;
        }

        var isOtherArea = !string.Equals(dragged.Content.AreaCode, target.Content.AreaCode, StringComparison.OrdinalIgnoreCase);
        if (isOtherArea)
        {
            // Into another area: to its end, in one change that one undo takes back.
            await EditAsync(new DraftEdit.ChangeQuestion(dragged.Content.Code, dragged.Content with { AreaCode = target.Content.AreaCode }));
        }

        // Questions without an area have no end to go to.
        if (!isOtherArea || (target.Content.AreaCode is null && _errors.Count == 0 && !Session.IsStale))
        {
            await EditAsync(new DraftEdit.MoveQuestion(dragged.Content.Code, target.Place));
        }
    }

    private Task AddAsync(QuestionBlock? block) => QuestionAsync(
        Texts[EditorTexts.AddQuestion], null, QuestionForm.New(block?.Area?.Code), $"add-{block?.Area?.Code}");

    private Task ChangeAsync(DraftQuestion question) => QuestionAsync(
        Texts[EditorTexts.ChangeQuestion, question.Content.Code], question, QuestionForm.Of(question.Content), $"change-{question.Content.Code}");

    private async Task QuestionAsync(string title, DraftQuestion? question, QuestionForm form, string opener)
    {
        var dialog = await dialogs.ShowAsync<QuestionDialog>(
            title,
            new DialogParameters<QuestionDialog> { { it => it.Session, Session }, { it => it.Question, question }, { it => it.Form, form } },
            Wide);
        await SayAsync(dialog, opener);
    }

    private Task RenameAsync(WaveArea area) => AreaAsync(area);

    private async Task AreaAsync(WaveArea? area)
    {
        var dialog = await dialogs.ShowAsync<AreaDialog>(
            area is null ? Texts[EditorTexts.AddArea] : Texts[EditorTexts.RenameAreaOf, area.Code],
            new DialogParameters<AreaDialog> { { it => it.Session, Session }, { it => it.Area, area } },
            Wide);
        await SayAsync(dialog, area is null ? "editor-add-area" : $"rename-{area.Code}");
    }

    private async Task SayAsync(IDialogReference dialog, string opener)
    {
        var edit = await dialog.GetReturnValueAsync<DraftEdit>();
        if (edit is not null)
        {
            (_said, _errors) = (Texts[EditorTexts.Done, Texts[$"Did{edit.GetType().Name}", edit.Subject]], []);
        }

        _focus = edit switch
        {
            DraftEdit.AddQuestion add => $"change-{add.Content.Code}",
            DraftEdit.ChangeQuestion change => $"change-{change.Content.Code}",
            DraftEdit.AddArea add => $"rename-{add.Code}",
            _ => opener,
        };
        StateHasChanged();
    }

    private int PlaceOf(string code) => Draft.Questions.First(question => question.Content.Code == code).Place;

    private int AreaPlaceOf(string code) => 1 + Draft.Areas.Select((area, index) => (area, index)).First(row => row.area.Code == code).index;
}
