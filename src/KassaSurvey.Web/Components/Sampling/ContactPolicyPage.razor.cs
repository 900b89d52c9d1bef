using System.Globalization;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sampling;

/// <summary>How often the fund asks one member, and what that means for the members of today.</summary>
public sealed partial class ContactPolicyPage(
    GetContactPolicy getPolicy, SetContactPolicy setPolicy, PreviewContactPolicy previewPolicy, ViewerProvider viewers, ISnackbar snackbar,
    IStringLocalizer<ErrorTexts> errorTexts, ILogger<ContactPolicyPage> log) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<string> _errors = [];
    private PopulationCount? _count;
    private int? _held;
    private int? _months;
    private int _counted;
    private int _turn;
    private bool _mayChange;
    private bool _hasFailed;

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>What was typed; nothing typed is out of range.</summary>
    private int Typed => _months ?? -1;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private string Meaning(int months) => months switch
    {
        0 => Texts[ContactPolicyTexts.MeansNoLimit],
        1 => Texts[ContactPolicyTexts.MeansOneMonth],
        _ => Texts[ContactPolicyTexts.MeansMonths, months],
    };

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var viewer = await viewers.GetAsync();
            _mayChange = viewer.MayAdminister;
            _months = _held = (await getPolicy.ExecuteAsync(viewer, _gone.Token)).Value;
            await CountAsync();
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The person has left the page.
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never show months that do not hold.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The contact policy could not be read");
            _hasFailed = true;
        }
    }

    /// <summary>Counts for the months typed; an older count that comes late is not shown.</summary>
    private async Task CountAsync()
    {
        var (turn, months) = (++_turn, Typed);
        var counted = await previewPolicy.ExecuteAsync(await viewers.GetAsync(), months, _gone.Token);
        if (turn == _turn)
        {
            _errors = errorTexts.Of(counted.Errors);
            (_count, _counted) = counted.IsSuccess ? (counted.Value, months) : (null, months);
        }
    }

    private async Task SaveAsync()
    {
        var months = Typed;
        var saved = await setPolicy.ExecuteAsync(await viewers.GetAsync(), months, CancellationToken.None);
        _errors = errorTexts.Of(saved.Errors);
        if (saved.IsSuccess)
        {
            _held = months;
            snackbar.Add(Texts[ContactPolicyTexts.Saved], Severity.Success);
        }
    }
}
