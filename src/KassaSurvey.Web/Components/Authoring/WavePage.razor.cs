using System.Globalization;
using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A wave: the steps from last year's questionnaire to the opening, then its corrections and comparability. The address is the state.</summary>
public sealed partial class WavePage(
    FindWave findWave, GetDraft getDraft, EditDraft editDraft, UndoEdit undoEdit, RedoEdit redoEdit, ViewerProvider viewers,
    NavigationManager navigation, IJSRuntime script, ILogger<WavePage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private (string Survey, int Year)? _shown;
    private DraftSession? _session;
    private string? _led;
    private bool _isUnknown;
    private bool _hasFailed;

    [Parameter, EditorRequired]
    public required string Survey { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    public string? Step { get; set; }

    /// <summary>The language of the texts that the step shows.</summary>
    [SupplyParameterFromQuery(Name = "language")]
    public string? TextLanguage { get; set; }

    // Steps take these as parameters: a component that begins to follow the address while a change of it is being told breaks the telling.

    /// <summary>The language translated to.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Which of the translations are shown.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>The page of the preview; anything that is no number is the first.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PreviewPage { get; set; }

    /// <summary>The width of the preview.</summary>
    [SupplyParameterFromQuery(Name = "width")]
    public string? PreviewWidth { get; set; }

    private int? PageNumber => int.TryParse(PreviewPage, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string Current => WaveStep.Of(_session!.Draft, Step);

    private string Title => _session is { } session
        ? Texts[AuthoringTexts.WaveOf, session.Draft.SurveyName.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), session.Draft.Year]
        : Texts[AuthoringTexts.WaveOf, Survey, Year];

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        End();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => _shown == (Survey, Year) ? Task.CompletedTask : LoadAsync();

    /// <summary>A link to a place in another step takes the keyboard there too.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_session is null || _led == navigation.Uri)
        {
            return;
        }

        _led = navigation.Uri;
        if (new Uri(navigation.Uri).Fragment is { Length: > 1 } fragment)
        {
            try
            {
                await script.InvokeVoidAsync("kassa.focusOn", _gone.Token, Uri.UnescapeDataString(fragment[1..]));
            }
            catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
            {
                // The person has left the page.
            }
        }
    }

    private async Task LoadAsync()
    {
        End();
        (_shown, _isUnknown, _hasFailed) = ((Survey, Year), false, false);
        try
        {
            var viewer = await viewers.GetAsync();
            var found = await findWave.ExecuteAsync(viewer, new(Survey, Year), _gone.Token);
            var read = found.IsSuccess ? await getDraft.ExecuteAsync(viewer, found.Value, _gone.Token) : default;
            _isUnknown = !found.IsSuccess || !read.IsSuccess;
            if (!_isUnknown)
            {
                _session = new(viewer, read.Value, getDraft, editDraft, undoEdit, redoEdit);
                _session.Changed += ShowAnew;
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never "no such wave".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The wave could not be read");
            _hasFailed = true;
        }
    }

    private void ShowAnew() => _ = InvokeAsync(StateHasChanged);

    private void End()
    {
        if (_session is not null)
        {
            _session.Changed -= ShowAnew;
            _session.Dispose();
            _session = null;
        }
    }
}
