using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Web.Security;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>The fund's surveys with their waves.</summary>
public sealed partial class SurveysPage(ListSurveys listSurveys, ViewerProvider viewers, ILogger<SurveysPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ListSurveys.SurveyLine>? _surveys;
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
            (_hasFailed, _surveys) = (!listed.IsSuccess, listed.IsSuccess ? listed.Value : null);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the list, the page must say "failed" and never "no survey".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The surveys could not be listed");
            _hasFailed = true;
        }
    }
}
