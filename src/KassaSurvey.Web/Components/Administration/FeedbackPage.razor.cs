using System.Globalization;
using KassaSurvey.Application.Features.Accessibility;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>What people wrote about barriers, with the day each is to be answered by.</summary>
public sealed partial class FeedbackPage(
    ListFeedback listFeedback, AnswerFeedback answerFeedback, ViewerProvider viewers, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errors,
    ILogger<FeedbackPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<AccessibilityFeedbackId, string> _notes = [];
    private IReadOnlyList<ListFeedback.Item>? _items;
    private IReadOnlyList<string> _errors = [];
    private bool _hasFailed;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    private string Standing(ListFeedback.Item item) => item switch
    {
        { AnsweredOn: { } answered } => Texts[FeedbackTexts.Answered, Day(answered), item.AnsweredBy],
        { IsOverdue: true } => Texts[FeedbackTexts.Overdue, -item.DaysLeft, Day(item.DueOn)],
        { DaysLeft: 0 } => Texts[FeedbackTexts.DueToday],
        _ => Texts[FeedbackTexts.Due, Day(item.DueOn), item.DaysLeft],
    };

    private string NoteOf(ListFeedback.Item item) => _notes.GetValueOrDefault(item.Id, "");

    private void Note(ListFeedback.Item item, string note) => _notes[item.Id] = note;

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var listed = await listFeedback.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            (_hasFailed, _items) = (!listed.IsSuccess, listed.IsSuccess ? listed.Value : null);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the list, the page must say "failed" and never "nothing has come".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The feedback could not be listed");
            _hasFailed = true;
        }
    }

    private async Task AnswerAsync(ListFeedback.Item item)
    {
        var answered = await answerFeedback.ExecuteAsync(await viewers.GetAsync(), new(item.Id, NoteOf(item)), CancellationToken.None);
        _errors = errors.Of(answered.Errors);
        if (answered.IsSuccess)
        {
            snackbar.Add(Texts[FeedbackTexts.Saved], Severity.Success);
            await LoadAsync();
        }
    }
}
