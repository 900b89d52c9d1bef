using System.Globalization;
using KassaSurvey.Application.Features.Fieldwork;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Fieldwork;

/// <summary>The step of a wave that follows its field work and ends it.</summary>
public sealed partial class FieldworkStep(
    GetFieldwork getFieldwork, ExtendWave extendWave, CloseWave closeWave, ChangePlan changePlan, TimeProvider time, IDialogService dialogs, ISnackbar snackbar,
    IStringLocalizer<ErrorTexts> errorTexts, ILogger<FieldworkStep> log)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    private FieldworkView? _view;
    private DateOnly? _lastDay;
    private IReadOnlyList<string> _errors = [];

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _view = (await getFieldwork.ExecuteAsync(Session.Viewer, Draft.WaveId, Gone)).Value;
        _lastDay ??= _view.ClosesOn;
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Draft.Status == WaveStatus.Open)
        {
            _ = FollowAsync();
        }
    }

    private string Standing(FieldworkView view) => view switch
    {
        { Status: WaveStatus.Closed, ClosesOn: { } last } => Texts[FieldworkTexts.Closed, Numbers.Day(last)],
        { Status: WaveStatus.Closed } => Texts[FieldworkTexts.ClosedSomeDay],
        { ClosesOn: { } last } => Texts[FieldworkTexts.OpenUntil, Numbers.Day(last)],
        _ => Texts[FieldworkTexts.Open],
    };

    /// <summary>Reads anew as long as the step is shown. One failed reading keeps the figures; the next one may succeed.</summary>
    private async Task FollowAsync()
    {
        using var pace = new PeriodicTimer(Pace, time);
        try
        {
            while (await pace.WaitForNextTickAsync(Gone))
            {
                await InvokeAsync(ReadAgainAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The step is no longer shown.
        }
    }

    private async Task ReadAgainAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
#pragma warning disable CA1031 // Whatever stopped this reading, the figures shown stay true for their time.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The field work could not be read anew");
        }
    }

    /// <summary>Only pausing is asked for, so nobody else's change can stand in its way and the revision does not matter.</summary>
    private async Task PauseAsync(bool isPaused)
    {
        var changed = await changePlan.ExecuteAsync(Session.Viewer, new(Draft.WaveId, Revision: 0, Content: null, isPaused), CancellationToken.None);
        _errors = errorTexts.Of(changed.Errors);
        await ReadAsync();
    }

    private async Task ExtendAsync()
    {
        if (_lastDay is not { } day)
        {
            _errors = [Texts[FieldworkTexts.LastDayUnreadable]];
            return;
        }

        await EndAsync(() => extendWave.ExecuteAsync(Session.Viewer, new(Draft.WaveId, day), Gone), Texts[FieldworkTexts.LastDayMoved, Numbers.Day(day)]);
    }

    private async Task CloseAsync()
    {
        if (await dialogs.ShowMessageBoxAsync(
            Texts[FieldworkTexts.CloseTitle, Draft.Year], Texts[FieldworkTexts.CloseQuestion, Numbers.Count(_view!.Finished), Numbers.Count(_view.Started)],
            yesText: Texts[FieldworkTexts.CloseNow], cancelText: Texts[FieldworkTexts.Cancel]) == true)
        {
            await EndAsync(
                async () =>
                {
                    var closed = await closeWave.ExecuteAsync(Session.Viewer, Draft.WaveId, Gone);
                    return closed.IsSuccess ? Result.Done : Result.Failed(closed.Errors);
                },
                Texts[FieldworkTexts.ClosedNow, Draft.Year]);
        }
    }

    private async Task EndAsync(Func<Task<Result>> change, string done)
    {
        var changed = await change();
        _errors = errorTexts.Of(changed.Errors);
        if (changed.IsSuccess)
        {
            snackbar.Add(done, Severity.Success);
            await Session.ReloadAsync();
        }
    }
}
