using System.Globalization;
using KassaSurvey.Application.Features.Comments;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Comments;

/// <summary>What members wrote in their own words to one question of a closed survey.</summary>
public sealed partial class CommentsPage : DashboardPage
{
    private CommentPage? _page;
    private GradeBand? _band;

    [Parameter]
    public required string Code { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.GradeParameter)]
    public string? Grade { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.PageParameter)]
    public string? PageText { get; set; }

    [Inject]
    public required ListComments ListComments { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    private string Title => _page is { } shown
        ? D[DashboardTexts.AreaPageTitle, D[DashboardTexts.Comments], shown.Fund.Name.In(Language), shown.Year.ToString()]
        : D[DashboardTexts.Comments];

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        _page = null;
        _band = Enum.TryParse<GradeBand>(Grade, ignoreCase: true, out var band) && Enum.IsDefined(band) ? band : null;
        var year = Address.Year;
        if (year is null)
        {
            // The year that the overview would show.
            var found = await GetResults.ExecuteAsync(viewer, ResultsQuery(), cancellationToken);
            if (!found.IsSuccess)
            {
                return found.Errors[0];
            }

            year = found.Value.Results.Year.Value;
        }

        var page = int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var listed = await ListComments.ExecuteAsync(viewer, new(Survey, year.Value, Code, _band, page), cancellationToken);
        _page = listed.IsSuccess ? listed.Value : null;
        return listed.IsSuccess ? null : listed.Errors[0];
    }

    private static int Pages(CommentPage page) => ((page.Total ?? 0) + ListComments.PageSize - 1) / ListComments.PageSize;

    private static string NameOf(GradeBand band) => band switch
    {
        GradeBand.Low => DashboardTexts.CommentsLow,
        GradeBand.Middle => DashboardTexts.CommentsMiddle,
        _ => DashboardTexts.CommentsHigh,
    };

    private string Href(GradeBand? band, int page) => ResultUrls.Comments(Address, Code, band?.ToString().ToLowerInvariant(), page);
}
