using System.Globalization;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Sending;

/// <summary>Each message of a wave and what became of it.</summary>
public sealed partial class LogPanel(ListMessages listMessages, ViewerProvider viewers) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ListMessages.View? _view;
    private int _turn;

    [Parameter, EditorRequired]
    public required GetSending.View Sending { get; set; }

    [Parameter, EditorRequired]
    public required string Survey { get; set; }

    [Parameter, EditorRequired]
    public required int Year { get; set; }

    /// <summary>The standing as the address names it; another word means all.</summary>
    [Parameter]
    public string? StatusText { get; set; }

    /// <summary>The page as the address names it; another word means the first.</summary>
    [Parameter]
    public string? PageText { get; set; }

    private DeliveryStatus? Status => Enum.TryParse<DeliveryStatus>(StatusText, out var status) && Enum.IsDefined(status) ? status : null;

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var turn = ++_turn;
        try
        {
            var listed = await listMessages.ExecuteAsync(await viewers.GetAsync(), new(Sending.Wave, Status, Page), _gone.Token);
            // A page that comes late is not shown in place of a newer one.
            _view = turn == _turn ? listed.Value : _view;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }
}
