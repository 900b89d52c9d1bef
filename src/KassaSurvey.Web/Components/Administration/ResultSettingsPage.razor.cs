using System.Globalization;
using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Administration;

/// <summary>What the fund has decided about its results: what stands on the time axis, whether open waves are judged, the smallest group shown.</summary>
public sealed partial class ResultSettingsPage(
    ChangeTrendEvents changeEvents, JudgeOpenWaves judgeOpenWaves, SmallestGroup smallestGroup, ViewerProvider viewers,
    IDialogService dialogs, IStringLocalizer<ErrorTexts> errorSentences, ILogger<ResultSettingsPage> log)
{
    private readonly string _language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    private IReadOnlyList<TrendEvent>? _events;
    private IReadOnlyList<string> _errors = [];
    private IReadOnlyList<string> _smallestErrors = [];
    private LanguageDraft _text = new(LocalizedText.Empty);
    private int? _year;
    private int? _raised;
    private int _smallest;
    private bool _judges;
    private bool _hasFailed;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _hasFailed = false;
        try
        {
            var viewer = await viewers.GetAsync();
            var read = await changeEvents.ListAsync(viewer, CancellationToken.None);
            (_hasFailed, _events) = (!read.IsSuccess, read.IsSuccess ? read.Value : null);
            _judges = await judgeOpenWaves.GetAsync(viewer, CancellationToken.None);
            _smallest = await smallestGroup.GetAsync(viewer, CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never "there is nothing".
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "The settings of results could not be read");
            _hasFailed = true;
        }
    }

    private async Task AddAsync()
    {
        var added = await changeEvents.AddAsync(await viewers.GetAsync(), _year ?? 0, _text.ToText(), CancellationToken.None);
        _errors = errorSentences.Of(added.Errors);
        if (added.IsSuccess)
        {
            (_year, _text) = (null, new(LocalizedText.Empty));
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(TrendEvent happened)
    {
        _errors = errorSentences.Of((await changeEvents.RemoveAsync(await viewers.GetAsync(), happened.Id, CancellationToken.None)).Errors);
        await LoadAsync();
    }

    private async Task JudgeAsync(bool judges)
    {
        _errors = errorSentences.Of((await judgeOpenWaves.SetAsync(await viewers.GetAsync(), judges, CancellationToken.None)).Errors);
        await LoadAsync();
    }

    private async Task RaiseAsync()
    {
        var raised = _raised ?? 0;
        // Only what can be done is asked about; the rest is told at once.
        var isRise = raised > _smallest && raised <= DisclosureRule.Highest;
        if (isRise && await dialogs.ShowMessageBoxAsync(
            Texts[ResultSettingsTexts.SmallestTitle, _smallest, raised], Texts[ResultSettingsTexts.SmallestQuestion],
            yesText: Texts[ResultSettingsTexts.SmallestRaise], cancelText: Texts[ResultSettingsTexts.Cancel]) != true)
        {
            return;
        }

        var done = await smallestGroup.RaiseAsync(await viewers.GetAsync(), raised, CancellationToken.None);
        _smallestErrors = errorSentences.Of(done.Errors);
        if (done.IsSuccess)
        {
            _raised = null;
            await LoadAsync();
        }
    }
}
