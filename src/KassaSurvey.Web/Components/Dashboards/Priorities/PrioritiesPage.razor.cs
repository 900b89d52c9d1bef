using KassaSurvey.Application.Features.Drivers;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Priorities;

/// <summary>What to fix first: which areas go with satisfaction, how well they do, and how sure that is.</summary>
public sealed partial class PrioritiesPage : DashboardPage
{
    private SurveyResults? _results;
    private SurveyDrivers? _drivers;
    private string _target = Domain.Surveys.Survey.OverallCode;
    private DriverMethod _method = DriverMethod.Lmg;
    private string? _problem;

    [SupplyParameterFromQuery(Name = ResultUrls.TargetParameter)]
    public string? Target { get; set; }

    [SupplyParameterFromQuery(Name = ResultUrls.MethodParameter)]
    public string? Method { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required GetDrivers GetDrivers { get; set; }

    private string Title => _results is { } shown
        ? D[DashboardTexts.PrioritiesPageTitle, shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : D[DashboardTexts.TabPriorities];

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        _target = Target is { Length: > 0 } ? Target : Domain.Surveys.Survey.OverallCode;
        _method = Enum.TryParse<DriverMethod>(Method, ignoreCase: true, out var method) ? method : DriverMethod.Lmg;
        var query = ResultsQuery() with { ExcludeCareless = false };
        var found = await GetResults.ExecuteAsync(viewer, query, cancellationToken);
        (_results, _drivers, _problem) = (found.IsSuccess ? found.Value : null, null, null);
        if (!found.IsSuccess)
        {
            return found.Errors[0];
        }

        var drivers = await GetDrivers.ExecuteAsync(
            viewer, new(null, Survey, found.Value.Results.Year.Value, Address.Population, _target, _method), cancellationToken);
        (_drivers, _problem) = (drivers.IsSuccess ? drivers.Value : null, drivers.IsSuccess ? null : Errors.Of(drivers.Errors[0]));
        return null;
    }

    protected override string? UnreadablePart() =>
        string.IsNullOrEmpty(Method) || (Enum.TryParse<DriverMethod>(Method, ignoreCase: true, out var method) && Enum.IsDefined(method))
            ? null
            : L[OverviewTexts.UnknownFilter, Method].Value;

    /// <summary>The answer in one sentence, no surer than the models are.</summary>
    private string Headline(SurveyResults shown)
    {
        if (_drivers?.Drivers.FirstToFix is not { } first)
        {
            return D[DashboardTexts.TabPriorities];
        }

        var sure = first.Where(driver => !driver.CrossesBorder).ToList();
        var named = string.Join(", ", (sure.Count > 0 ? sure : [.. first]).Select(driver => Names(shown).Of(driver.Code)));
        return first.IsEmpty ? D[DashboardTexts.HeadlineNone]
            : D[sure.Count > 0 ? DashboardTexts.HeadlineFirst : DashboardTexts.HeadlinePerhaps, named];
    }

    private DriverNames Names(SurveyResults shown) => new(shown.Results, Language, D[DashboardTexts.Satisfaction]);

    private string Count(long? responses) => responses is { } count ? Numbers.Count(count) : L[OverviewTexts.TooFew].Value;

    private static string MethodText(DriverMethod method) => method switch
    {
        DriverMethod.Lmg => DashboardTexts.MethodLmg,
        DriverMethod.Johnson => DashboardTexts.MethodJohnson,
        _ => DashboardTexts.MethodPls,
    };

    private void Go(OverviewAddress address) => Navigation.NavigateTo(ResultUrls.Priorities(address, Target, Method));

    private void ChooseTarget(string? target) => Navigation.NavigateTo(ResultUrls.Priorities(Address, target, Method));

    private void ChooseMethod(DriverMethod method) => Navigation.NavigateTo(ResultUrls.Priorities(Address, Target, $"{method}"));
}
