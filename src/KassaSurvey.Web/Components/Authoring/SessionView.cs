using KassaSurvey.Application.Features.Authoring;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>A part of a wave's page: shows the wave of the session, and shows it anew when it has changed.</summary>
public abstract class SessionView : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>The wave that is shown, and its changes.</summary>
    [CascadingParameter]
    public required DraftSession Session { get; set; }

    /// <summary>The wave as it is now.</summary>
    protected Draft Draft => Session.Draft;

    /// <summary>Cancelled when the part is no longer shown.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        Session.Changed -= Show;
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Session.Changed += Show;

    /// <summary>Reads what the part shows besides the wave.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private void Show() => _ = InvokeAsync(async () =>
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The part is no longer shown.
        }
#pragma warning disable CA1031 // Nobody awaits this: the page's error boundary must hear of it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(failure);
        }
    });
}
