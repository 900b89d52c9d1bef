using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Endpoints;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>How did we do: the headline, the tiles, the areas and the trend of one year.</summary>
public sealed partial class OverviewPage : DashboardPage
{
    private static readonly (string Format, string Text)[] ReportFormats =
    [
        ("pdf", OverviewTexts.ReportPdf),
        ("xlsx", OverviewTexts.ReportExcel),
        ("csv", OverviewTexts.ReportCsv),
        ("csv" + ReportEndpoints.CompanionSuffix, OverviewTexts.ReportCodebook),
    ];

    private SurveyResults? _results;
    private string _headline = "";

    [Inject]
    public required GetResults GetResults { get; set; }

    private string Title => _results is { } shown
        ? L[OverviewTexts.PageTitle, shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : L[OverviewTexts.Title];

    protected override bool IsLive => _results?.Results.IsPreliminary == true;

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery(), cancellationToken);
        _results = found.IsSuccess ? found.Value : null;
        _headline = found.IsSuccess ? WriteNarrative.Of(found.Value, Language).Headline : "";
        return found.IsSuccess ? null : found.Errors[0];
    }

    private string Count(long? responses) => responses is { } count ? Numbers.Count(count) : L[OverviewTexts.TooFew].Value;

    private void Go(OverviewAddress address) => Navigation.NavigateTo(AppUrls.OverviewOf(address));
}
