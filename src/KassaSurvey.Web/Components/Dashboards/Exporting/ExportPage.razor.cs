using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Exporting;

/// <summary>Answers, figures and comments as files: what is wanted, how large it would be, and what was asked for so far.</summary>
public sealed partial class ExportPage : DashboardPage
{
    private ExportOffer? _offer;
    private ExportChoices? _choices;
    private ExportPlan? _plan;
    private IReadOnlyList<string> _planErrors = [];
    private IReadOnlyList<string> _errors = [];
    private Viewer _viewer = Viewer.Nobody;
    private int _changes;

    [Inject]
    public required PlanExport Plans { get; set; }

    [Inject]
    public required RequestExport Requests { get; set; }

    [Inject]
    public required IStringLocalizer<ExportTexts> Texts { get; set; }

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        _viewer = viewer;
        var offered = await Plans.OfferAsync(viewer, Survey, cancellationToken);
        if (!offered.IsSuccess)
        {
            return offered.Errors[0];
        }

        if (offered.Value.Years.IsEmpty)
        {
            return Application.Features.Results.ResultErrors.NothingYet(offered.Value.SurveyKey);
        }

        var query = new QueryCollection(QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query));
        var choices = ExportAddress.Read(query, offered.Value, Address.Year, Language);
        var planned = await Plans.ExecuteAsync(viewer, Survey, choices, cancellationToken);
        (_offer, _choices) = (offered.Value, choices);
        _plan = planned.IsSuccess ? planned.Value : null;
        _planErrors = Errors.Of(planned.Errors);
        _errors = [];
        return null;
    }

    private void Choose(ExportChoices choices) => Navigation.NavigateTo(ExportAddress.Of(Survey, Address.Year, choices), replace: true);

    private async Task RequestAsync()
    {
        if (_choices is { } choices)
        {
            var asked = await Requests.ExecuteAsync(_viewer, Survey, choices, CancellationToken.None);
            _errors = asked.IsSuccess ? [] : Errors.Of(asked.Errors);
            _changes++;
        }
    }
}
