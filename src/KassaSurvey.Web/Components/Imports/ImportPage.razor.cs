using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Imports;

/// <summary>Import of answers and of published figures.</summary>
public sealed partial class ImportPage(
    ListImportSurveys listSurveys, ViewerProvider viewers, IStringLocalizer<ImportPageTexts> L, ILogger<ImportPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ImportSurvey>? _surveys;
    private bool _hasFailed;

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
        _hasFailed = false;
        try
        {
            var listed = await listSurveys.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            _surveys = listed.IsSuccess ? listed.Value : [];
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the list, the page must say "failed" and never "no survey".
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.LogError(exception, "The surveys could not be listed");
            _hasFailed = true;
        }
    }
}
