using System.Globalization;
using KassaSurvey.Application.Features.Portal;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>The key with which the fund's own service signs its members' links.</summary>
public sealed partial class PortalKeyPage(
    GetPortalKey getPortalKey, RenewPortalKey renewPortalKey, ViewerProvider viewers, NavigationManager navigation, IStringLocalizer<ErrorTexts> errors,
    ILogger<PortalKeyPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private GetPortalKey.View? _view;
    private IReadOnlyList<string> _errors = [];
    private string? _key;
    private bool _asks;
    private bool _hasFailed;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private string Standing(GetPortalKey.View view) => view.MadeAt is { } made
        ? Texts[PortalTexts.Since, NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Day(DateOnly.FromDateTime(made)), view.MadeBy]
        : Texts[PortalTexts.None];

    private string Pattern(GetPortalKey.View view) => navigation.BaseUri.TrimEnd('/') + AppUrls.PortalPattern(view.FundKey);

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var read = await getPortalKey.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            (_hasFailed, _view) = (!read.IsSuccess, read.IsSuccess ? read.Value : null);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never "there is no key".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The portal key could not be read");
            _hasFailed = true;
        }
    }

    private async Task RenewAsync()
    {
        _asks = false;
        var renewed = await renewPortalKey.ExecuteAsync(await viewers.GetAsync(), CancellationToken.None);
        _errors = errors.Of(renewed.Errors);
        if (renewed.IsSuccess)
        {
            _key = renewed.Value;
            await LoadAsync();
        }
    }
}
