using System.Globalization;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards.Reporting;

/// <summary>The yearly report: its text sentence by sentence, its files, and the versions that were released.</summary>
public sealed partial class ReportPage : DashboardPage
{
    private SurveyResults? _results;
    private ReportText? _text;
    private IReadOnlyList<ListedRelease> _releases = [];
    private IReadOnlyList<string> _textErrors = [];
    private IReadOnlyList<string> _releaseErrors = [];
    private Viewer _viewer = Viewer.Nobody;
    private string _reportLanguage = Languages.English;

    [SupplyParameterFromQuery(Name = ResultUrls.LanguageParameter)]
    public string? ReportLanguage { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    [Inject]
    public required EditNarrative Edits { get; set; }

    [Inject]
    public required FreezeReport Freezing { get; set; }

    [Inject]
    public required Releases Releases { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IStringLocalizer<ReportPageTexts> Texts { get; set; }

    private DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    private bool MayEdit => _viewer.MayWriteReports && _results is { Results.Population.IsEverybody: true };

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        // A report always counts everybody: what the address says of the careless is for other pages.
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery() with { ExcludeCareless = false }, cancellationToken);
        _viewer = viewer;
        _reportLanguage = Languages.IsKnown(ReportLanguage) ? ReportLanguage! : Language;
        _results = found.IsSuccess ? found.Value : null;
        (_textErrors, _releaseErrors) = ([], []);
        if (found.IsSuccess)
        {
            await ReadReportAsync(found.Value, cancellationToken);
        }

        return found.IsSuccess ? null : found.Errors[0];
    }

    private async Task ReadReportAsync(SurveyResults shown, CancellationToken cancellationToken)
    {
        _text = await Edits.ReadAsync(_viewer, shown, _reportLanguage, cancellationToken);
        _releases = await Releases.ListAsync(_viewer, shown.Survey.Id, shown.Results.Year, cancellationToken);
    }

    private async Task SaveAsync((string Sentence, string Text) edit)
    {
        if (_results is { } shown)
        {
            var saved = await Edits.SaveAsync(_viewer, shown, _reportLanguage, edit.Sentence, edit.Text, CancellationToken.None);
            _textErrors = Errors.Of(saved.Errors);
            await ReadReportAsync(shown, CancellationToken.None);
        }
    }

    private async Task FreezeAsync((DateOnly FirstDay, string Reason) request)
    {
        if (_results is { } shown)
        {
            var frozen = await Freezing.ExecuteAsync(
                _viewer, new(shown.Survey.Key, shown.Results.Year.Value, shown.Results.ComparedYear?.Value, request.Reason, request.FirstDay), CancellationToken.None);
            _releaseErrors = Errors.Of(frozen.Errors);
            await ReadReportAsync(shown, CancellationToken.None);
        }
    }

    private async Task DecideAsync((ReportReleaseId Release, bool Approves, string Note) decision)
    {
        if (_results is { } shown)
        {
            var decided = await Releases.DecideAsync(_viewer, decision.Release, decision.Approves, decision.Note, CancellationToken.None);
            _releaseErrors = Errors.Of(decided.Errors);
            await ReadReportAsync(shown, CancellationToken.None);
        }
    }

    private static string NameOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    private void Go(OverviewAddress address) => Navigation.NavigateTo(ResultUrls.Report(address, ReportLanguage));
}
