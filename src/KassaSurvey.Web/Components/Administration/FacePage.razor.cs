using KassaSurvey.Application.Features.Face;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>How the fund shows itself to its members: logo, colour, words in four languages, contact, accessibility statement.</summary>
public sealed partial class FacePage(
    GetFundFace getFundFace, UpdateFundFace updateFundFace, ViewerProvider viewers, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errors,
    ILogger<FacePage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private FaceDraft? _draft;
    private IReadOnlyList<string> _errors = [];
    private bool _hasFailed;
    private bool _isSaving;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (_hasFailed, _errors) = (false, []);
        try
        {
            var read = await getFundFace.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            _hasFailed = !read.IsSuccess;
            _draft = read.IsSuccess ? new(read.Value) : null;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped it, the page must say "failed" and never show empty fields to be saved over the real ones.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The fund's face could not be read");
            _hasFailed = true;
        }
    }

    private async Task SaveAsync()
    {
        if (_draft is null)
        {
            return;
        }

        _isSaving = true;
        var saved = await updateFundFace.ExecuteAsync(await viewers.GetAsync(), _draft.ToCommand(), CancellationToken.None);
        _isSaving = false;
        if (saved.IsSuccess)
        {
            await LoadAsync();
            snackbar.Add(Texts[FundFaceTexts.Saved], Severity.Success);
        }

        _errors = errors.Of(saved.Errors);
    }
}
