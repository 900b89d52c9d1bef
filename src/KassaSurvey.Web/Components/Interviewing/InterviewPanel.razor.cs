using KassaSurvey.Application.Features.Interviewing;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Components.Responding;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace KassaSurvey.Web.Components.Interviewing;

/// <summary>
/// One question at a time, to be read aloud. Each answer is saved as it is given, through the same use cases as a member's own page,
/// so a lost connection costs nothing and the member can go on at home.
/// </summary>
public sealed partial class InterviewPanel(
    ViewPage viewPage, SaveAnswers saveAnswers, FinishInterview finishInterview, ViewerProvider viewers)
{
    private ViewPage.View? _view;
    private ElementReference _heading;
    private IReadOnlyList<string> _values = [];
    private IReadOnlyList<string> _problems = [];
    private BeginInterview.Interview? _loaded;
    private int _place;
    private bool _focusHeading;

    [Parameter, EditorRequired]
    public required CallCard Card { get; set; }

    [Parameter, EditorRequired]
    public required BeginInterview.Interview Interview { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnFinished { get; set; }

    /// <summary>The interview stops here, perhaps because nothing more can be saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<Error?> OnBrokenOff { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnLanguage { get; set; }

    private ViewPage.Item? Item => _view is { } view && _place < view.Items.Count ? view.Items[_place] : null;

    private Question? Question => Item?.Question;

    private bool IsLast => _view is { IsLast: true } view && _place == view.Items.Count - 1;

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == Interview)
        {
            return;
        }

        var wasHere = _view;
        _loaded = Interview;
        // A change of language comes back to the question that was being read.
        await ShowAsync(wasHere?.Number ?? Interview.Page, wasHere is null ? FirstOpen : _place);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusHeading && Question is not null)
        {
            _focusHeading = false;
            await _heading.FocusAsync();
        }
    }

    /// <summary>Negative: the first question of the page without an answer.</summary>
    private const int FirstOpen = -1;

    private async Task ShowAsync(int page, int place)
    {
        var shown = await viewPage.ExecuteAsync(new(Interview.Token, page), CancellationToken.None);
        if (!shown.IsSuccess)
        {
            await OnBrokenOff.InvokeAsync(InterviewErrors.NotAnswerable);
            return;
        }

        _view = shown.Value;
        var open = _view.Items.ToList().FindIndex(item => item.Values.Count == 0);
        _place = place == FirstOpen ? Math.Max(0, open) : Math.Min(place, _view.Items.Count - 1);
        Turn();
    }

    private void Turn()
    {
        _values = Item?.Values ?? [];
        _problems = [];
        _focusHeading = true;
    }

    private async Task ChooseAsync(IReadOnlyList<string> values)
    {
        _values = values;
        if (await SaveAsync(isLeft: false) && Question is { Kind: not (QuestionKind.Multiple or QuestionKind.OpenText or QuestionKind.Number) })
        {
            await ForwardAsync();
        }
    }

    private async Task ForwardAsync()
    {
        if (_view is not { } view || !await SaveAsync(isLeft: false))
        {
            return;
        }

        if (_place < view.Items.Count - 1)
        {
            await ShowAsync(view.Number, _place + 1);
        }
        else if (view.IsLast)
        {
            await FinishAsync(view);
        }
        else
        {
            var saved = await saveAnswers.ExecuteAsync(new(Interview.Token, view.Number, null, true, Fields()), CancellationToken.None);
            await ShowAsync(saved.IsSuccess ? saved.Value.Next : view.Number, 0);
        }
    }

    private async Task FinishAsync(ViewPage.View view)
    {
        var finished = await finishInterview.ExecuteAsync(
            await viewers.GetAsync(), new(Card.Invitation, Interview.Token, view.Number, Fields()), CancellationToken.None);
        if (!finished.IsSuccess)
        {
            await OnBrokenOff.InvokeAsync(InterviewErrors.NotAnswerable);
        }
        else if (finished.Value is { IsSubmitted: false, Next: { } next })
        {
            await ShowAsync(next, 0);
        }
        else if (finished.Value.IsSubmitted)
        {
            await OnFinished.InvokeAsync();
        }
    }

    private async Task BackAsync()
    {
        if (_view is not { } view || (view.IsFirst && _place == 0))
        {
            return;
        }

        if (_place > 0)
        {
            await ShowAsync(view.Number, _place - 1);
            return;
        }

        var saved = await saveAnswers.ExecuteAsync(new(Interview.Token, view.Number, null, false, Fields()), CancellationToken.None);
        await ShowAsync(saved.IsSuccess ? saved.Value.Previous : view.Number, int.MaxValue);
    }

    private async Task<bool> SaveAsync(bool isLeft)
    {
        var saved = await saveAnswers.ExecuteAsync(new(Interview.Token, _view!.Number, null, isLeft, Fields()), CancellationToken.None);
        if (!saved.IsSuccess)
        {
            await OnBrokenOff.InvokeAsync(InterviewErrors.NotAnswerable);
            return false;
        }

        var words = MemberWords.In(_view.Language);
        _problems = [.. saved.Value.Problems.Select(problem => words.Say(problem.Error, Question!))];
        return _problems.Count == 0;
    }

    private Dictionary<string, IReadOnlyList<string>> Fields() =>
        Question is { } question ? new() { [question.Code] = _values.Count > 0 ? _values : [""] } : [];

    /// <summary>Numbers answer, Enter goes on, Backspace goes back: the interviewer's other hand holds the phone.</summary>
    private async Task PressAsync(KeyboardEventArgs key)
    {
        if (Question is not { } question || question.Kind is QuestionKind.OpenText or QuestionKind.Number || key.CtrlKey || key.AltKey || key.MetaKey)
        {
            return;
        }

        if (key.Key == "Backspace")
        {
            await BackAsync();
        }
        else if (InterviewKeys.ValueOf(question, key.Key) is { } value)
        {
            await ChooseAsync(InterviewKeys.Choose(question, _values, value));
        }
    }
}
