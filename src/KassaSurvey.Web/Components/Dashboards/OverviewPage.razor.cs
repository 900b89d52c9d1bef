using System.Globalization;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Web.Endpoints;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>How did we do: the headline, the tiles, the areas and the trend of one year. The address is the state.</summary>
public sealed partial class OverviewPage : ComponentBase, IDisposable
{
    private static readonly (string Format, string Text)[] ReportFormats =
    [
        ("pdf", OverviewTexts.ReportPdf),
        ("xlsx", OverviewTexts.ReportExcel),
        ("csv", OverviewTexts.ReportCsv),
        ("csv" + ReportEndpoints.CompanionSuffix, OverviewTexts.ReportCodebook),
    ];

    // The enhanced navigation must leave downloads to the browser.
    private static readonly Dictionary<string, object?> DownloadAttributes = new() { ["data-enhance-nav"] = "false", ["download"] = "" };

    private CancellationTokenSource _loading = new();
    private LoadState _state = LoadState.Loading;
    private SurveyResults? _results;
    private string? _problem;
    private string _headline = "";

    private enum LoadState
    {
        Loading,
        Loaded,
        Failed,
    }

    [SupplyParameterFromQuery(Name = "survey")]
    public string? Survey { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "compare")]
    public string? Compare { get; set; }

    [SupplyParameterFromQuery(Name = "where")]
    public string[]? Where { get; set; }

    [SupplyParameterFromQuery(Name = "careless")]
    public string? Careless { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required ViewerProvider Viewers { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> L { get; set; }

    [Inject]
    public required ILogger<OverviewPage> Logger { get; set; }

    private int? Year => int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private OverviewAddress Address => new(Survey, Year, Compare, Where ?? []) { Careless = Careless };

    private string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Title => _results is { } shown
        ? L[OverviewTexts.PageTitle, shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : L[OverviewTexts.Title];

    public void Dispose()
    {
        _loading.Cancel();
        _loading.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        _loading = new();
        var cancellation = _loading.Token;
        if (Unreadable() is { } unreadable)
        {
            (_results, _problem, _state) = (null, unreadable, LoadState.Loaded);
            return;
        }

        try
        {
            var query = new GetResults.Query(null, Survey, Year, Address.CompareYear, Address.Population, Address.ComparesNothing)
            {
                ExcludeCareless = Address.ExcludesCareless,
            };
            var found = await GetResults.ExecuteAsync(await Viewers.GetAsync(), query, cancellation);
            _results = found.IsSuccess ? found.Value : null;
            _headline = found.IsSuccess ? WriteNarrative.Of(found.Value, Language).Headline : "";
            _problem = found.IsSuccess ? null : Problem(found.Errors[0]);
            _state = LoadState.Loaded;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A newer address is being loaded, or the page is gone.
        }
        catch (Exception exception)
        {
            // A failed query must never look like "no data".
            Logger.LogError(exception, "The overview could not be loaded");
            _state = LoadState.Failed;
        }
    }

    /// <summary>What the address says that cannot be understood: shown, because leaving it out would answer another question.</summary>
    private string? Unreadable() =>
        Year is null && !string.IsNullOrEmpty(YearText) ? L[OverviewTexts.UnknownYear, YearText].Value
        : Address.HasUnreadableComparison ? L[OverviewTexts.UnknownYear, Compare!].Value
        : Address.HasUnreadableCareless ? L[OverviewTexts.UnknownFilter, Careless!].Value
        : Address.UnreadableCondition is { } condition ? L[OverviewTexts.UnknownFilter, condition].Value
        : null;

    private string? Problem(Domain.Primitives.Error error) => error.Code switch
    {
        "Wave.YearNotFound" => L[OverviewTexts.UnknownYear, error.Arguments[1] ?? ""].Value,
        "Wave.SurveyNotFound" => L[OverviewTexts.UnknownSurvey, error.Arguments[0] ?? ""].Value,
        "Population.UnknownSegment" or "Population.UnknownValue" => L[OverviewTexts.UnknownFilter, error.Arguments[0] ?? ""].Value,
        _ => null,
    };

    private string Count(long? responses) => responses is { } count ? NumberText.In(Language).Count(count) : L[OverviewTexts.TooFew].Value;

    private void Go(OverviewAddress address) => Navigation.NavigateTo(AppUrls.OverviewOf(address));
}
