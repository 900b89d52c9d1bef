using KassaSurvey.Application.Features.Dashboards;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Dashboards;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Sharing;

/// <summary>Makes an address that shows this result to people without an account, and ends those made before.</summary>
public sealed partial class SharePage : DashboardPage
{
    private const int UsualDays = 30;

    private static readonly (PublicBlocks Block, string Text)[] Blocks =
    [
        (PublicBlocks.Tiles, SharingTexts.BlockTiles),
        (PublicBlocks.Areas, SharingTexts.BlockAreas),
        (PublicBlocks.Trend, SharingTexts.BlockTrend),
        (PublicBlocks.Develop, SharingTexts.BlockDevelop),
    ];

    private SurveyResults? _results;
    private IReadOnlyList<PublicLink> _links = [];
    private IReadOnlyList<string> _errors = [];
    private PublicBlocks _blocks = PublicBlocks.All;
    private DateTime? _lastDay;
    private string _note = "";
    private string? _link;

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required PublicLinks Links { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IStringLocalizer<SharingTexts> Texts { get; set; }

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery(), cancellationToken);
        _results = found.IsSuccess ? found.Value : null;
        _lastDay ??= Time.GetUtcNow().UtcDateTime.Date.AddDays(UsualDays);
        _links = await Links.ListAsync(viewer, cancellationToken);
        return found.IsSuccess ? null : found.Errors[0];
    }

    private string Whom(SurveyResults shown) => shown.Results.Population.IsEverybody
        ? L[OverviewTexts.Everybody]
        : string.Join(" · ", shown.Results.Population.Conditions.Select(condition => $"{SegmentName.Of(condition.Key)}: {string.Join(", ", condition.Value)}"));

    private void Choose(PublicBlocks block, bool isOn) => _blocks = isOn ? _blocks | block : _blocks & ~block;

    private async Task MakeAsync()
    {
        if (_results is not { } shown || _lastDay is not { } lastDay)
        {
            _errors = [Texts[SharingTexts.LastDayMissing]];
            return;
        }

        // Year and comparison are named, so that the link shows next year what it shows today.
        var address = Address with
        {
            Survey = shown.Survey.Key, Year = shown.Results.Year.Value, Compare = shown.Results.ComparedYear?.ToString() ?? OverviewAddress.NoComparison,
        };
        var viewer = await Viewers.GetAsync();
        var made = await Links.MakeAsync(
            viewer, _note, AppUrls.QueryOf(address, ("careless", address.Careless)), _blocks, DateOnly.FromDateTime(lastDay), CancellationToken.None);
        _errors = Errors.Of(made.Errors);
        _link = made.IsSuccess ? Navigation.BaseUri.TrimEnd('/') + ResultUrls.Shared(made.Value) : null;
        _links = await Links.ListAsync(viewer, CancellationToken.None);
    }

    private async Task EndAsync(PublicLink link)
    {
        var viewer = await Viewers.GetAsync();
        _errors = Errors.Of((await Links.EndAsync(viewer, link.Id, CancellationToken.None)).Errors);
        _links = await Links.ListAsync(viewer, CancellationToken.None);
    }
}
