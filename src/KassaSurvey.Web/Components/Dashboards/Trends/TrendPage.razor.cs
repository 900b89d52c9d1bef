using System.Collections.Immutable;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Trends;

/// <summary>One figure over all years: how it went, how sure each year is, where years cannot be compared, and what happened meanwhile.</summary>
public sealed partial class TrendPage : DashboardPage
{
    private SurveyResults? _results;
    private ImmutableArray<TrendFigure> _figures = [];
    private TrendFigure? _figure;

    [SupplyParameterFromQuery(Name = ResultUrls.FigureParameter)]
    public string? Figure { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.AxisParameter)]
    public string? AxisText { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.ZoomParameter)]
    public string? Zoom { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    protected override bool IsLive => _results?.Results.IsPreliminary == true;

    private bool IsIndex => AxisText is { Length: > 0 } || _figure?.Scale == AnswerScale.Index;

    private bool IsWhole => Zoom is { Length: > 0 };

    private string Title => _results is { } shown
        ? D[DashboardTexts.AreaPageTitle, D[DashboardTexts.TabTrend], shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : D[DashboardTexts.TabTrend];

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        // The years are everybody's: groups change their make-up from year to year, and many small ones could be told apart.
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery() with { Population = Domain.Analysis.Population.Everybody }, cancellationToken);
        _results = found.IsSuccess ? found.Value : null;
        _figures = found.IsSuccess ? TrendFigure.Of(found.Value.Results, Address, Language, D[DashboardTexts.TrendIndex]) : [];
        _figure = Figure is { Length: > 0 }
            ? _figures.FirstOrDefault(figure => string.Equals(figure.Code, Figure, StringComparison.OrdinalIgnoreCase))
            : _figures.FirstOrDefault();
        return !found.IsSuccess ? found.Errors[0]
            : _figure is null && Figure is { Length: > 0 } ? ResultErrors.QuestionNotFound(Figure, found.Value.Results.Year.Value)
            : null;
    }

    private string NameOf(string? code) => _figures.FirstOrDefault(figure => figure.Code == code)?.Name ?? "";

    private string AxisName(bool isIndex) => isIndex ? NumberText.Scale(AnswerScale.Index) : NumberText.Scale(_figure?.Scale ?? AnswerScale.OneToSeven);

    private string ZoomName(bool isWhole) => D[isWhole ? DashboardTexts.TrendZoomWhole : DashboardTexts.TrendZoomYears];

    private void Go(OverviewAddress address, string? figure, bool isIndex, bool isWhole) =>
        Navigation.NavigateTo(ResultUrls.Trend(address, figure, isIndex && AxisText is not null || isIndex && _figure?.Scale != AnswerScale.Index, isWhole));
}
