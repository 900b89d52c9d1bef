using System.Globalization;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Imports;

/// <summary>What both kinds of import share: receiving the file, working off the circuit, showing how far it is, stopping.</summary>
public abstract class ImportPanel : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(150);

    private CancellationTokenSource _work = new();
    private SpooledFile? _spooled;
    private long _shownAt;

    /// <summary>The surveys of the fund.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportSurvey> Surveys { get; set; }

    /// <summary>Tells that something was imported.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnImported { get; set; }

    [Inject]
    public required IStringLocalizer<ImportPageTexts> L { get; set; }

    [Inject]
    public required ViewerProvider Viewers { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required ILogger<ImportPanel> Logger { get; set; }

    /// <summary>The language of the page.</summary>
    protected CultureInfo Culture { get; } = CultureInfo.CurrentUICulture;

    /// <summary>Where the import stands.</summary>
    protected ImportStage Stage { get; private set; } = ImportStage.Choosing;

    /// <summary>How far the work is, or null while the file is being received.</summary>
    protected ImportProgress? Progress { get; private set; }

    /// <summary>Bytes received of the file.</summary>
    protected long Received { get; private set; }

    /// <summary>Why it stopped, or null.</summary>
    protected string? Problem { get; private set; }

    /// <summary>The chosen file.</summary>
    protected IBrowserFile? Chosen { get; private set; }

    /// <summary>Grows with each new start, so that the file field is emptied.</summary>
    protected int Round { get; private set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _work.CancelAsync();
        await DropAsync();
        _work.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the chosen file; nothing is sent before the person asks for the check.</summary>
    protected async Task ChooseAsync(IBrowserFile file)
    {
        await DropAsync();
        Chosen = file;
        Stage = ImportStage.Choosing;
        Problem = file.Size > SpooledFile.LargestBytes ? L[ImportPageTexts.FileTooLarge, SpooledFile.LargestMegabytes].Value : null;
    }

    /// <summary>Begins anew.</summary>
    protected async Task ResetAsync()
    {
        await DropAsync();
        (Chosen, Problem, Stage) = (null, null, ImportStage.Choosing);
        Round++;
    }

    /// <summary>Stops what is going on; nothing is imported then.</summary>
    protected Task StopAsync() => _work.CancelAsync();

    /// <summary>A whole number as the page's reader writes it.</summary>
    protected string Count(long number) => NumberText.In(Culture.TwoLetterISOLanguageName).Count(number);

    /// <summary>Receives the file if it is not there yet and does the work on it.</summary>
    /// <param name="next">Where the import stands when the work is done.</param>
    /// <param name="work">The work; its errors are shown.</param>
    protected async Task WorkAsync(
        ImportStage next, Func<SpooledFile, IProgress<ImportProgress>, CancellationToken, Task<IReadOnlyList<Error>>> work)
    {
        var before = Stage;
        _work.Dispose();
        _work = new();
        (Stage, Problem, Progress, Received) = (ImportStage.Working, null, null, 0);
        try
        {
            _spooled ??= await SpooledFile.ReceiveAsync(Chosen!, ShowReceived, _work.Token);
            // Off the circuit: while rows are read the page must answer to Stop.
            var errors = await Task.Run(() => work(_spooled, new Reporter(this), _work.Token), _work.Token);
            Problem = errors.Count > 0 ? ImportIssueText.Of(errors[0], Culture) : null;
            Stage = errors.Count > 0 ? before : next;
        }
        catch (OperationCanceledException) when (_work.IsCancellationRequested)
        {
            Stage = before;
        }
        catch (IOException exception) when (_spooled is null)
        {
            Logger.LogWarning(exception, "An uploaded file could not be received");
            (Stage, Problem) = (before, L[ImportPageTexts.UploadFailed]);
        }
#pragma warning disable CA1031 // Whatever stopped the import, the page must say so and stay usable.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Logger.LogError(exception, "An import failed");
            (Stage, Problem) = (before, L[ImportPageTexts.ImportFailed]);
        }
    }

    private async Task DropAsync()
    {
        if (_spooled is not null)
        {
            await _spooled.DisposeAsync();
            _spooled = null;
        }
    }

    private void ShowReceived(long bytes)
    {
        Received = bytes;
        ShowNow();
    }

    private void ShowNow()
    {
        if (Time.GetElapsedTime(_shownAt) >= BetweenReports)
        {
            _shownAt = Time.GetTimestamp();
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private sealed class Reporter(ImportPanel panel) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            panel.Progress = value;
            panel.ShowNow();
        }
    }
}
