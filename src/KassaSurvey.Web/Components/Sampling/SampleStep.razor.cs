using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Sampling;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Sampling;

/// <summary>The step of a wave in which its members are drawn.</summary>
public sealed partial class SampleStep(
    ListRules listRules, ListVariables listVariables, GetContactPolicy getPolicy, CountPopulation countPopulation, PlanSample planSample,
    DrawSample drawSample, GetSample getSample, IDialogService dialogs, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errorTexts)
{
    private readonly SampleForm _form = new();
    private ImmutableArray<RuleLine>? _rules;
    private SamplingVariables? _variables;
    private DrawnWaveSample? _drawn;
    private PopulationCount? _count;
    private PlannedSample? _plan;
    private int _months;
    private int _counting;
    private bool _isWorking;
    private IReadOnlyList<string> _errors = [];

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        if (_rules is not null)
        {
            return;
        }

        _months = (await getPolicy.ExecuteAsync(Session.Viewer, Gone)).Value;
        _variables = (await listVariables.ExecuteAsync(Session.Viewer, Gone)).Value;
        _rules = (await listRules.ExecuteAsync(Session.Viewer, Gone)).Value;
        _drawn = (await getSample.ExecuteAsync(Session.Viewer, Draft.WaveId, Gone)).Value;
        if (_drawn is { } drawn)
        {
            _form.Repeat(drawn.Sample, _rules);
        }

        await CountAsync();
    }

    private async Task SavedAsync()
    {
        _rules = (await listRules.ExecuteAsync(Session.Viewer, Gone)).Value;
        _form.Use(_rules.Value.FirstOrDefault(rule => rule.Conditions.SequenceEqual(_form.Conditions)));
    }

    /// <summary>Counts what the conditions say now; an older count that comes late is not shown.</summary>
    private async Task CountAsync()
    {
        Forget();
        var turn = ++_counting;
        var counted = await countPopulation.ExecuteAsync(Session.Viewer, new(Draft.WaveId, _form.Conditions), Gone);
        if (turn == _counting)
        {
            _count = counted.IsSuccess ? counted.Value : null;
            _errors = errorTexts.Of(counted.Errors);
        }
    }

    /// <summary>A plan of other conditions or another design is no longer shown.</summary>
    private void Forget() => (_plan, _errors) = (null, []);

    private async Task PlanAsync()
    {
        (_isWorking, _plan) = (true, null);
        StateHasChanged();
        var planned = await planSample.ExecuteAsync(Session.Viewer, _form.RequestFor(Draft.WaveId), Gone);
        _isWorking = false;
        _errors = errorTexts.Of(planned.Errors);
        _plan = planned.IsSuccess ? planned.Value : null;
    }

    private async Task DrawAsync()
    {
        var count = Numbers.Count(_plan!.Plan.Drawn);
        if (await dialogs.ShowMessageBoxAsync(
            Texts[SamplingTexts.DrawTitle], Texts[_drawn is null ? SamplingTexts.DrawQuestion : SamplingTexts.DrawAgainQuestion, count, Draft.Year],
            yesText: Texts[SamplingTexts.DrawNow], cancelText: Texts[SamplingTexts.Cancel]) != true)
        {
            return;
        }

        _isWorking = true;
        StateHasChanged();
        var drawn = await drawSample.ExecuteAsync(Session.Viewer, _form.RequestFor(Draft.WaveId), Gone);
        _isWorking = false;
        _errors = errorTexts.Of(drawn.Errors);
        if (drawn.IsSuccess)
        {
            _plan = null;
            _drawn = (await getSample.ExecuteAsync(Session.Viewer, Draft.WaveId, Gone)).Value;
            snackbar.Add(Texts[SamplingTexts.Drawn, Numbers.Count(drawn.Value.DrawnCount)], Severity.Success);
        }
    }
}
