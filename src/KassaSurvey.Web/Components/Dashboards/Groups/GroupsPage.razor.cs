using System.Globalization;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Groups;

/// <summary>The overall grade and every area by group of members, everybody divided by one segment or by two crossed.</summary>
public sealed partial class GroupsPage : DashboardPage
{
    private SurveyResults? _framed;
    private SurveyBreakdown? _breakdown;
    private HeatTable? _table;
    private string? _by;
    private int? _sort;
    private string? _problem;

    [SupplyParameterFromQuery(Name = ResultUrls.ByParameter)]
    public string? By { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.WithParameter)]
    public string? With { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.SortParameter)]
    public string? Sort { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required GetBreakdown GetBreakdown { get; set; }

    private string Title => _framed is { } framed
        ? D[DashboardTexts.GroupsPageTitle, framed.Fund.Name.In(Language), framed.Results.Year.ToString()]
        : D[DashboardTexts.TabGroups];

    private string Heading => With is { Length: > 0 } with
        ? $"{SegmentName.Of(_by!)} × {SegmentName.Of(with)}"
        : SegmentName.Of(_by!);

    protected override bool IsLive => _framed?.Results.IsPreliminary == true;

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        // A breakdown divides everybody: with a filter it would cross more segments than can be protected.
        var query = ResultsQuery() with { Population = Domain.Analysis.Population.Everybody, ExcludeCareless = false };
        var framed = await GetResults.ExecuteAsync(viewer, query, cancellationToken);
        (_framed, _breakdown, _table, _problem) = (framed.IsSuccess ? framed.Value : null, null, null, null);
        if (!framed.IsSuccess)
        {
            return framed.Errors[0];
        }

        _by = By is { Length: > 0 } ? By : framed.Value.Segments.Keys.FirstOrDefault();
        _sort = int.TryParse(Sort, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : null;
        if (_by is null)
        {
            var isPublished = framed.Value.Results.DataVersion == Domain.Analysis.WaveReadings.PublishedVersion;
            _problem = isPublished ? Errors.Of(BreakdownErrors.NoAnswers(framed.Value.Results.Year.Value)) : null;
            return null;
        }

        string[] segments = With is { Length: > 0 } with ? [_by, with] : [_by];
        var found = await GetBreakdown.DivideAsync(viewer, framed.Value, segments, cancellationToken);
        if (!found.IsSuccess)
        {
            // An address that cannot be understood is told as such; a year without answers is an empty page with its year and tabs.
            _problem = Errors.Of(found.Errors[0]);
            return found.Errors[0].Code == "Breakdown.NoAnswers" ? null : found.Errors[0];
        }

        (_breakdown, _table) = (found.Value, HeatTable.Of(found.Value, _sort));
        return null;
    }

    private string Population(SurveyResults framed) => framed.Results.Responses is { } count
        ? L[OverviewTexts.PopulationCount, L[OverviewTexts.Everybody].Value, Numbers.Count(count)]
        : L[OverviewTexts.Everybody];

    private void Go(OverviewAddress address) => Navigation.NavigateTo(ResultUrls.Groups(address, By, With));

    private void ChooseBy(string? by) => Navigation.NavigateTo(ResultUrls.Groups(Address, by, With == by ? null : With));

    private void ChooseWith(string? with) => Navigation.NavigateTo(ResultUrls.Groups(Address, _by, with is { Length: > 0 } ? with : null));
}
