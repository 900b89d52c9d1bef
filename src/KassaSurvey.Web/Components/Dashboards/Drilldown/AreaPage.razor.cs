using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Drilldown;

/// <summary>One service area: its figure, its questions, its years.</summary>
public sealed partial class AreaPage : DashboardPage
{
    private SurveyResults? _results;
    private AreaResult? _area;

    [Parameter]
    public required string Code { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    private string Title => _results is { } shown && _area is { } area
        ? D[DashboardTexts.AreaPageTitle, area.Area.Name.In(Language), shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : D[DashboardTexts.TabOverview];

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery(), cancellationToken);
        _results = found.IsSuccess ? found.Value : null;
        _area = _results?.Results.Areas.FirstOrDefault(area => string.Equals(area.Area.Code, Code, StringComparison.OrdinalIgnoreCase));
        return !found.IsSuccess ? found.Errors[0]
            : _area is null ? ResultErrors.AreaNotFound(Code, found.Value.Results.Year.Value)
            : null;
    }

    private void Go(OverviewAddress address) => Navigation.NavigateTo(ResultUrls.Area(address, Code));
}
