using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Reports;

public sealed class BuildYearlyReportTests : IAsyncLifetime
{
    private readonly MeasuredWaves _waves = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        _waves.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Report_ForAnInterviewer_IsRefused()
    {
        var survey = await TestSurvey.AddAsync(_database);

        var report = await BuildAsync(survey.Staff(Role.Interviewer), "fi");

        Assert.Equal([AccessErrors.NotAllowed], report.Errors);
    }

    [Fact]
    public async Task Report_InAnUnknownLanguage_IsRefused()
    {
        var survey = await TestSurvey.AddAsync(_database);

        var report = await BuildAsync(survey.Staff(Role.Analyst), "de");

        Assert.Equal("Reports.UnknownLanguage", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Report_OfASurveyWithoutAnswers_SaysSo()
    {
        var survey = await TestSurvey.AddAsync(_database);

        var report = await BuildAsync(survey.Staff(Role.Analyst), "fi");

        Assert.Equal("Results.NothingYet", Assert.Single(report.Errors).Code);
    }

    private GetResults Results => new(_database.Database, _waves);

    private Task<Result<YearlyReport>> BuildAsync(Viewer viewer, string language) =>
        new BuildYearlyReport(
            _database.Database, Results, new(_database.Database, _waves, Results), _waves, new(_database.Database, TimeProvider.System), TimeProvider.System).ExecuteAsync(
            viewer, new("test-fund", "member-satisfaction", null, null, Population.Everybody, language), CancellationToken.None);
}
