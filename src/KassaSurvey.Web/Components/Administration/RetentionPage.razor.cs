using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Retention;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>How long data about members is kept: the rule, what it removes today, and the log.</summary>
public sealed partial class RetentionPage(
    GetRetention getRetention, ChangeRetention changeRetention, ApplyRetention applyRetention, ViewerProvider viewers, IDialogService dialogs,
    ISnackbar snackbar, IStringLocalizer<ErrorTexts> errors, ILogger<RetentionPage> log) : IDisposable
{
    /// <summary>Stands for what is no number of months, so that the rule itself refuses it.</summary>
    private const int NoNumber = -1;

    private readonly CancellationTokenSource _gone = new();
    private GetRetention.View? _view;
    private IReadOnlyList<string> _errors = [];
    private string? _leaving;
    private string? _closing;
    private bool _hasFailed;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Count(int number) => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Count(number);

    private static int? Months(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months
        : NoNumber;

    private string Example(ImmutableArray<string> first) => first.IsEmpty ? "" : Texts[RetentionTexts.First, string.Join(", ", first)];

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var read = await getRetention.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            (_hasFailed, _view) = (!read.IsSuccess, read.IsSuccess ? read.Value : null);
            _leaving = _view?.MonthsAfterLeaving?.ToString(CultureInfo.InvariantCulture);
            _closing = _view?.MonthsAfterClosing?.ToString(CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never "nothing to remove".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The retention rule could not be shown");
            _hasFailed = true;
        }
    }

    private async Task SaveAsync()
    {
        var changed = await changeRetention.ExecuteAsync(await viewers.GetAsync(), new(Months(_leaving), Months(_closing)), CancellationToken.None);
        _errors = errors.Of(changed.Errors);
        await DoneAsync(changed.IsSuccess, Texts[RetentionTexts.Saved]);
    }

    private async Task RunAsync()
    {
        var question = Texts[RetentionTexts.RunQuestion, Count(_view!.Members), Count(_view.Waves)];
        if (await dialogs.ShowMessageBoxAsync(Texts[RetentionTexts.Run], question, yesText: Texts[RetentionTexts.Run], cancelText: Texts[RetentionTexts.Cancel]) != true)
        {
            return;
        }

        var removed = await applyRetention.ExecuteAsync(await viewers.GetAsync(), CancellationToken.None);
        _errors = errors.Of(removed.Errors);
        await DoneAsync(removed.IsSuccess, removed.IsSuccess ? Texts[RetentionTexts.Removed, Count(removed.Value.Members), Count(removed.Value.Waves)] : "");
    }

    private async Task DoneAsync(bool isDone, string said)
    {
        if (isDone)
        {
            snackbar.Add(said, Severity.Success);
            await LoadAsync();
        }
    }
}
