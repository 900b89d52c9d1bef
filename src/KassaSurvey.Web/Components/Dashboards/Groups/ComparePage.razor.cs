using System.Collections.Immutable;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Groups;

/// <summary>Two groups of members beside each other: where they differ beyond chance, and where they were shown not to.</summary>
public sealed partial class ComparePage : DashboardPage
{
    // No category can be called like this: names of categories are taken as the fund wrote them.
    private const string OtherGroup = "*other";
    private const string UnknownGroup = "*unknown";

    private SurveyResults? _framed;
    private GroupComparison? _comparison;
    private ImmutableArray<string> _groups = [];
    private string? _by;
    private string? _first;
    private string? _second;
    private string? _problem;

    [SupplyParameterFromQuery(Name = ResultUrls.ByParameter)]
    public string? By { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.FirstParameter)]
    public string? First { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.SecondParameter)]
    public string? Second { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required GetBreakdown GetBreakdown { get; set; }

    protected override bool IsLive => _framed?.Results.IsPreliminary == true;

    private string Title => _framed is { } shown
        ? D[DashboardTexts.AreaPageTitle, D[DashboardTexts.TabCompare], shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : D[DashboardTexts.TabCompare];

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        // A breakdown divides everybody: with a filter it would cross more segments than can be protected.
        var query = ResultsQuery() with { Population = Domain.Analysis.Population.Everybody, ExcludeCareless = false, CompareYear = null, CompareWithNothing = true };
        var framed = await GetResults.ExecuteAsync(viewer, query, cancellationToken);
        (_framed, _comparison, _problem) = (framed.IsSuccess ? framed.Value : null, null, null);
        if (!framed.IsSuccess)
        {
            return framed.Errors[0];
        }

        _by = By is { Length: > 0 } ? By : framed.Value.Segments.Keys.FirstOrDefault();
        if (_by is null)
        {
            return null;
        }

        var found = await GetBreakdown.DivideAsync(viewer, framed.Value, [_by], cancellationToken);
        if (!found.IsSuccess)
        {
            _problem = Errors.Of(found.Errors[0]);
            _by = framed.Value.Segments.ContainsKey(_by) ? _by : null;
            return null;
        }

        Choose(found.Value.Breakdown, framed.Value.Results.MarginIndexPoints);
        return null;
    }

    private static string NameOf(SegmentGroup group) => group.Kind switch
    {
        GroupKind.Other => OtherGroup,
        GroupKind.Unknown => UnknownGroup,
        _ => group.Name ?? "",
    };

    private void Choose(Breakdown breakdown, double margin)
    {
        _groups = [.. breakdown.First.Groups.Select(NameOf)];
        var first = First is { Length: > 0 } ? _groups.IndexOf(First) : 0;
        var second = Second is { Length: > 0 } ? _groups.IndexOf(Second) : _groups.Length > 1 ? first == 1 ? 0 : 1 : -1;
        if (first < 0 || second < 0 || first == second)
        {
            _problem = first >= 0 && Second is not { Length: > 0 } ? D[DashboardTexts.CompareOneGroup] : D[DashboardTexts.CompareUnknown];
            (_first, _second) = (first >= 0 ? _groups[first] : null, null);
            return;
        }

        (_first, _second) = (_groups[first], _groups[second]);
        _comparison = GroupComparison.Of(breakdown, first, second, Domain.Surveys.Survey.OverallCode, margin);
    }

    private string SegmentText(string? name) => name is null ? "" : SegmentName.Of(name);

    private string GroupText(string? group) => group switch
    {
        OtherGroup => D[DashboardTexts.GroupOther],
        UnknownGroup => D[DashboardTexts.GroupUnknown],
        _ => group ?? "",
    };

    private void Go(OverviewAddress address, string? by, string? first, string? second) => Navigation.NavigateTo(ResultUrls.Compare(address, by, first, second));
}
