using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>The keys with which the fund's own systems call.</summary>
public sealed partial class ApiKeysPage(
    ListApiKeys listApiKeys, MakeApiKey makeApiKey, RevokeApiKey revokeApiKey, ViewerProvider viewers, NavigationManager navigation,
    IStringLocalizer<ErrorTexts> errors, ILogger<ApiKeysPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<ListApiKeys.Row>? _keys;
    private IReadOnlyList<string> _errors = [];
    private string _name = "";
    private ApiScopes _scopes;
    private string? _made;
    private ApiKeyId? _asks;
    private bool _hasFailed;

    private string Description => navigation.BaseUri.TrimEnd('/') + AppUrls.OpenApi.Replace("{documentName}", "v1", StringComparison.Ordinal);

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private void Choose(ApiScopes scope, bool isChosen) => _scopes = isChosen ? _scopes | scope : _scopes & ~scope;

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var read = await listApiKeys.ExecuteAsync(await viewers.GetAsync(), _gone.Token);
            (_hasFailed, _keys) = (!read.IsSuccess, read.IsSuccess ? read.Value : null);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never "there are no keys".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The API keys could not be read");
            _hasFailed = true;
        }
    }

    private async Task MakeAsync()
    {
        var made = await makeApiKey.ExecuteAsync(await viewers.GetAsync(), new(_name, _scopes), CancellationToken.None);
        (_errors, _made) = (errors.Of(made.Errors), made.IsSuccess ? made.Value : null);
        if (made.IsSuccess)
        {
            (_name, _scopes) = ("", ApiScopes.None);
            await LoadAsync();
        }
    }

    private async Task EndAsync(ApiKeyId key)
    {
        _asks = null;
        var ended = await revokeApiKey.ExecuteAsync(await viewers.GetAsync(), key, CancellationToken.None);
        _errors = errors.Of(ended.Errors);
        await LoadAsync();
    }
}
