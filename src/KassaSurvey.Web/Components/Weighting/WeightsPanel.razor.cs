using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace KassaSurvey.Web.Components.Weighting;

/// <summary>Weights of a closed wave to the member register.</summary>
public sealed partial class WeightsPanel(GetWeights getWeights, WeighToRegister weigh, ISnackbar snackbar, IStringLocalizer<ErrorTexts> errorTexts)
{
    private readonly List<string> _chosen = [];
    private readonly List<CategoryMerge> _merges = [];
    private GetWeights.View? _view;
    private RegisterWeighting? _shown;
    private IReadOnlyList<string> _errors = [];
    private string _reason = "";
    private string _proposal = "";
    private double? _low = WeightTrim.Default.Low;
    private double? _high = WeightTrim.Default.High;
    private bool _isCombined;
    private bool _isBusy;

    private static NumberText Numbers => NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private ImmutableArray<RegisterMargin> Margins => _isCombined && _chosen is [var one, var two]
        ? [new(one, two)]
        : [.. _chosen.Select(segment => new RegisterMargin(segment))];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var read = await getWeights.ExecuteAsync(Session.Viewer, Draft.WaveId, Gone);
        _view = read.IsSuccess ? read.Value : null;
    }

    private string Standing(GetWeights.View view) => view.IsWeighted
        ? Texts[WeightsTexts.StateWeighted, view.Version, Numbers.Day(view.SealedOn), view.Reason]
        : Texts[WeightsTexts.StateUnweighted, view.Version];

    private void Choose(string segment)
    {
        if (!_chosen.Remove(segment))
        {
            _chosen.Add(segment);
            _chosen.Sort(StringComparer.Ordinal);
        }

        Forget();
    }

    private void Combine(bool isCombined)
    {
        _isCombined = isCombined;
        Forget();
    }

    /// <summary>What was shown is no longer what is chosen. Merges of margins that stay are kept.</summary>
    private void Forget()
    {
        var names = Margins.Select(margin => margin.Name).ToHashSet(StringComparer.Ordinal);
        _merges.RemoveAll(merge => !names.Contains(merge.Margin));
        (_shown, _errors) = (null, []);
    }

    private Task MergeAsync(CategoryMerge merge)
    {
        _merges.Add(merge);
        return PreviewAsync();
    }

    private Task UndoAsync(CategoryMerge merge)
    {
        _merges.Remove(merge);
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        var weighed = await WeighAsync(reason: null, Gone);
        _shown = weighed.IsSuccess ? weighed.Value : null;
        if (_reason.Length == 0 || _reason == _proposal)
        {
            _reason = _proposal = Texts[WeightsTexts.ReasonProposal, string.Join(", ", Margins.Select(margin => WeightsPreview.MarginName(margin.Name)))];
        }
    }

    private async Task UseAsync()
    {
        // Sealing goes on when the person leaves the page.
        var sealedNow = await WeighAsync(_reason, CancellationToken.None);
        if (sealedNow.IsSuccess)
        {
            (_shown, _reason) = (null, "");
            await ReadAsync();
            snackbar.Add(Texts[WeightsTexts.Used, _view?.Version ?? 0], Severity.Success);
        }
    }

    private async Task<Result<RegisterWeighting>> WeighAsync(string? reason, CancellationToken cancellationToken)
    {
        _isBusy = true;
        // Bounds left empty are out of range; the message says what they must be.
        var trim = new WeightTrim(_low ?? -1, _high ?? 0);
        var weighed = await weigh.ExecuteAsync(Session.Viewer, new(Draft.WaveId, Margins, [.. _merges], trim, reason), cancellationToken);
        _isBusy = false;
        _errors = errorTexts.Of(weighed.Errors);
        return weighed;
    }
}
