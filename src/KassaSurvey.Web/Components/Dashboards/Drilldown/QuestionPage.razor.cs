using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Components.Dashboards.Drilldown;

/// <summary>One question: its figure, how the answers were spread in both years, and its years.</summary>
public sealed partial class QuestionPage : DashboardPage
{
    private SurveyResults? _results;
    private QuestionResult? _question;
    private AreaResult? _area;

    [Parameter]
    public required string Code { get; set; }

    [Inject]
    public required GetResults GetResults { get; set; }

    private string Title => _results is { } shown && _question is { } question
        ? D[DashboardTexts.AreaPageTitle, question.Question.Text.In(Language), shown.Fund.Name.In(Language), shown.Results.Year.ToString()]
        : D[DashboardTexts.TabOverview];

    protected override bool IsLive => _results?.Results.IsPreliminary == true;

    protected override async Task<Error?> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await GetResults.ExecuteAsync(viewer, ResultsQuery(), cancellationToken);
        _results = found.IsSuccess ? found.Value : null;
        _question = _results?.Results.Find(Code);
        _area = _results?.Results.Areas.FirstOrDefault(area => area.Area.Code == _question?.Question.AreaCode);
        return !found.IsSuccess ? found.Errors[0]
            : _question is null ? ResultErrors.QuestionNotFound(Code, found.Value.Results.Year.Value)
            : null;
    }

    private void Go(OverviewAddress address) => Navigation.NavigateTo(ResultUrls.Question(address, Code));

    private static string? ComparedYear(SurveyResults shown, QuestionResult question) =>
        SpreadBar.HasCompared(question) ? shown.Results.ComparedYear?.ToString() : null;

    private string Absent(Reading reading) => reading switch
    {
        { Value: not null } => D[DashboardTexts.SpreadTooFew, Numbers.Count(DisclosureRule.DistributionFloor)],
        _ => L[AbsentText.Key(reading)],
    };
}
