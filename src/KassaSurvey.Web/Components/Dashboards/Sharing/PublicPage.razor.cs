using System.Globalization;
using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Application.Features.Narrative;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Sharing;

/// <summary>What a public link shows: chosen blocks of one result, plain HTML, to whoever holds the address until its last day.</summary>
public sealed partial class PublicPage
{
    private PublicLink? _link;
    private SurveyResults? _results;
    private string _headline = "";
    private bool _hasFailed;

    [Parameter]
    public required string Token { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Inject]
    public required PublicLinks Links { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required IStringLocalizer<SharingTexts> Texts { get; set; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> L { get; set; }

    [Inject]
    public required ILogger<PublicPage> Logger { get; set; }

    private string Language { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private string Title => _results is { } shown
        ? L[OverviewTexts.PageTitle, shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : Texts[SharingTexts.GoneTitle];

    private string Whom => _results is not { Results: var results } ? ""
        : L[
            results.Responses is null ? OverviewTexts.PopulationHidden : OverviewTexts.PopulationCount,
            results.Population.IsEverybody
                ? L[OverviewTexts.Everybody].Value
                : string.Join(" · ", results.Population.Conditions.Select(condition => $"{SegmentName.Of(condition.Key)}: {string.Join(", ", condition.Value)}")),
            results.Responses is { } count ? NumberText.In(Language).Count(count) : ""];

    protected override async Task OnInitializedAsync()
    {
        // Figures of a fund are nobody else's to keep: neither a shared cache nor a search engine.
        HttpContext.Response.Headers.CacheControl = "private, no-store";
        HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        try
        {
            await ReadAsync(HttpContext.RequestAborted);
        }
#pragma warning disable CA1031 // Whatever stopped the reading, the page must say "failed" and never "there is nothing".
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Logger.LogError(failure, "A public link could not be shown");
            HttpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            _hasFailed = true;
            return;
        }

        if (_results is null)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await Links.OpenAsync(Token, cancellationToken) is not { } opened)
        {
            return;
        }

        var found = await GetResults.ExecuteAsync(opened.Reader, QueryOf(opened.Link.Query), cancellationToken);
        if (found is { IsSuccess: true, Value.IsInTheField: false })
        {
            (_link, _results, _headline) = (opened.Link, found.Value, WriteNarrative.Of(found.Value, Language).Headline);
        }
    }

    private static GetResults.Query QueryOf(string stored)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(stored));
        var year = int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var address = new OverviewAddress(query["survey"], year, query["compare"], [.. query["where"].OfType<string>()]) { Careless = query["careless"] };
        return new(null, address.Survey, address.Year, address.CompareYear, address.Population, address.ComparesNothing)
        {
            ExcludeCareless = address.ExcludesCareless,
        };
    }
}
