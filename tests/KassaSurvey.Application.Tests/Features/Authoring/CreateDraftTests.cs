using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Authoring;

public sealed class CreateDraftTests : IAsyncLifetime
{
    private AuthoringBench _bench = null!;

    public async Task InitializeAsync() => _bench = await AuthoringBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Create_FromLastYear_KeepsEveryCodeAndLinksItAsTheSame()
    {
        var draft = await _bench.DraftAsync();

        Assert.Equal(BuiltInQuestionnaire.Questions, draft.Questions.Select(question => question.Content));
        Assert.All(draft.Questions, question => Assert.Equal(
            (QuestionChange.Same, 2026, true), (question.Change, question.PreviousYear, question.IsCodeFixed)));
        Assert.Empty(draft.Removed);
        Assert.Equal(BuiltInQuestionnaire.Areas.Select(area => area.Code), draft.Areas.Select(area => area.Code));
        Assert.Null(draft.Undo);
        await using var db = _bench.Database.Open();
        Assert.Equal(draft.Questions.Length, await db.QuestionLinks.CountAsync(link => link.Suggested == QuestionChange.Same));
    }

    [Fact]
    public async Task Create_FromTheBuiltInQuestionnaire_LacksOnlyTheLastDay()
    {
        var id = (await _bench.MakeAsync(2028, copyFrom: null)).Value;
        var check = (await new CheckDraft(_bench.Database.Database, _bench.Time).ExecuteAsync(_bench.Anna, id, default)).Value;

        Assert.Equal("Check.LastDayMissing", Assert.Single(check.Findings).What.Code);
    }

    [Theory]
    [InlineData(2026, null, "Authoring.YearTaken(2026)")]
    [InlineData(1900, null, "Authoring.YearInvalid(1900)")]
    [InlineData(2027, 2025, "Authoring.NothingToCopy(2025)")]
    [InlineData(2025, 2026, "Authoring.NothingToCopy(2026)")]
    [InlineData(2027, -1, "Authoring.NothingToCopy(-1)")]
    public async Task Create_ThatCannotBe_IsAnError(int year, int? copyFrom, string error) =>
        Assert.Equal(error, AuthoringBench.Say((await _bench.MakeAsync(year, copyFrom)).Errors));

    [Fact]
    public async Task Create_SameYearTwiceAtOnce_MakesOne()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _bench.MakeAsync())));

        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal("Authoring.YearTaken(2027)", AuthoringBench.Say(result.Errors)));
    }

    [Fact]
    public async Task Create_ByAManagerWhoReadsOnly_IsNotAllowed() => Assert.Equal(
        "Access.NotAllowed", AuthoringBench.Say((await _bench.MakeAsync(viewer: _bench.Survey.Staff(Role.Manager, Role.Analyst))).Errors));

    [Fact]
    public async Task Delete_DraftNeverOpened_LeavesNothing()
    {
        var draft = await _bench.DraftAsync();
        draft = await _bench.EditAsync(draft, new DraftEdit.RemoveQuestion("BG_STATUS"));
        var delete = new DeleteDraft(_bench.Database.Database);

        Assert.True((await delete.ExecuteAsync(_bench.Anna, new(draft.WaveId, draft.Revision), default)).IsSuccess);

        await using var db = _bench.Database.Open();
        Assert.Equal(2026, (await db.Waves.SingleAsync()).Year.Value);
        Assert.False(await db.QuestionLinks.AnyAsync());
        Assert.False(await db.QuestionnaireEdits.AnyAsync());
        Assert.Equal(
            "Authoring.OpenedBefore(2026)",
            AuthoringBench.Say((await delete.ExecuteAsync(_bench.Anna, new(_bench.LastYear.Id, _bench.LastYear.Revision), default)).Errors));
    }

    [Fact]
    public async Task List_SurveysAndWaves_LatestFirst()
    {
        await _bench.DraftAsync();
        var survey = Assert.Single((await new ListSurveys(_bench.Database.Database).ExecuteAsync(_bench.Anna, default)).Value);

        Assert.Equal(
            [(2027, WaveStatus.Draft, 29), (2026, WaveStatus.Open, 29)], survey.Waves.Select(wave => (wave.Year, wave.Status, wave.Questions)));
        Assert.Equal("Anna", survey.Waves[0].ChangedBy);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public async Task List_CompletedResponses_AreNotCountedWhenTooFew(int completed, int? shown)
    {
        await using (var db = _bench.Database.Open())
        {
            var wave = await db.Waves.SingleAsync(row => row.Id == _bench.LastYear.Id);
            db.Responses.AddRange(Enumerable.Range(0, completed).Select(number => Response.Imported(
                wave, new($"row-{number}", "fi", ResponseMode.Web, new(2026, 1, 5), null, new Dictionary<string, string>()))));
            await db.SaveChangesAsync();
        }

        var survey = Assert.Single((await new ListSurveys(_bench.Database.Database).ExecuteAsync(_bench.Anna, default)).Value);
        Assert.Equal(shown, Assert.Single(survey.Waves).Completed);
    }
}
