using System.Globalization;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>
/// A page of results. The address is the state: what it names is read, each time it changes, and a copied address shows another
/// person the same within that person's rights.
/// </summary>
public abstract class DashboardPage : ComponentBase, IDisposable
{
    private CancellationTokenSource _loading = new();

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
    public required ViewerProvider Viewers { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> L { get; set; }

    [Inject]
    public required IStringLocalizer<DashboardTexts> D { get; set; }

    [Inject]
    public required IStringLocalizer<ErrorTexts> Errors { get; set; }

    [Inject]
    public required ILogger<DashboardPage> Logger { get; set; }

    /// <summary>How far loading has come.</summary>
    public LoadState State { get; private set; } = LoadState.Loading;

    /// <summary>Why there is nothing to show, in a sentence; null when nothing is there yet.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the address names.</summary>
    public OverviewAddress Address => new(Survey, Year, Compare, Where ?? []) { Careless = Careless };

    /// <summary>The reader's language.</summary>
    public string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    protected NumberText Numbers { get; } = NumberText.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private int? Year => int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public void Dispose()
    {
        _loading.Cancel();
        _loading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Loads what the address names; a page that failed calls it again.</summary>
    public async Task LoadAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        _loading = new();
        var cancellation = _loading.Token;
        if (Unreadable() is { } unreadable)
        {
            (Problem, State) = (unreadable, LoadState.Absent);
            return;
        }

        try
        {
            var error = await ReadAsync(await Viewers.GetAsync(), cancellation);
            (Problem, State) = error is null ? (null, LoadState.Loaded) : (Sentence(error), LoadState.Absent);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A newer address is being loaded, or the page is gone.
        }
        catch (Exception exception)
        {
            // A failed query must never look like "no data".
            Logger.LogError(exception, "{Page} could not be loaded", GetType().Name);
            State = LoadState.Failed;
        }
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>Reads what the page shows; what stops it, or null.</summary>
    protected abstract Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>The results that the address names.</summary>
    protected Application.Features.Results.GetResults.Query ResultsQuery() => new(null, Survey, Year, Address.CompareYear, Address.Population, Address.ComparesNothing)
    {
        ExcludeCareless = Address.ExcludesCareless,
    };

    /// <summary>A further part of the address that a page alone understands; the sentence that tells what cannot be read.</summary>
    protected virtual string? UnreadablePart() => null;

    /// <summary>What the address says that cannot be understood: shown, because leaving it out would answer another question.</summary>
    private string? Unreadable() =>
        Year is null && !string.IsNullOrEmpty(YearText) ? L[OverviewTexts.UnknownYear, YearText].Value
        : Address.HasUnreadableComparison ? L[OverviewTexts.UnknownYear, Compare!].Value
        : Address.HasUnreadableCareless ? L[OverviewTexts.UnknownFilter, Careless!].Value
        : Address.UnreadableCondition is { } condition ? L[OverviewTexts.UnknownFilter, condition].Value
        : UnreadablePart();

    private string? Sentence(Error error) => error.Code switch
    {
        "Results.NothingYet" => null,
        "Wave.YearNotFound" => L[OverviewTexts.UnknownYear, error.Arguments[1] ?? ""].Value,
        "Wave.SurveyNotFound" => L[OverviewTexts.UnknownSurvey, error.Arguments[0] ?? ""].Value,
        "Population.UnknownSegment" or "Population.UnknownValue" => L[OverviewTexts.UnknownFilter, error.Arguments[0] ?? ""].Value,
        _ => Errors.Of(error),
    };

    /// <summary>How far loading has come.</summary>
    public enum LoadState
    {
        /// <summary>Not there yet.</summary>
        Loading,

        /// <summary>There.</summary>
        Loaded,

        /// <summary>Read, and there is nothing to show; <see cref="Problem"/> says why.</summary>
        Absent,

        /// <summary>Could not be read.</summary>
        Failed,
    }
}
