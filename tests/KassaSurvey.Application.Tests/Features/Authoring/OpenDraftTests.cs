using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Authoring;

public sealed class OpenDraftTests : IAsyncLifetime
{
    private AuthoringBench _bench = null!;

    public async Task InitializeAsync() => _bench = await AuthoringBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Open_WithAFinding_IsRefused()
    {
        var draft = await _bench.DraftAsync();
        Assert.Equal("Authoring.NotReady(1)", AuthoringBench.Say((await _bench.OpenAsync(draft)).Errors));
        Assert.Equal(WaveStatus.Draft, (await _bench.GetAsync(draft.WaveId)).Status);
    }

    [Fact]
    public async Task Open_ReadyDraft_TakesAnswersAndFixesTheStructure()
    {
        var draft = await _bench.WithLastDayAsync(await _bench.DraftAsync());
        draft = await _bench.EditAsync(draft, new DraftEdit.MoveArea("IMAGE", 1));
        draft = await _bench.EditAsync(draft, new DraftEdit.RenameArea("PHONE", LocalizedText.Same("Calls")));
        draft = await _bench.EditAsync(draft, new DraftEdit.ChangeSettings(draft.Settings with { StatedMinutes = 7 }));

        Assert.True((await _bench.OpenAsync(draft)).IsSuccess);

        var open = await _bench.GetAsync(draft.WaveId);
        Assert.Equal(WaveStatus.Open, open.Status);
        Assert.Null(open.Undo);
        Assert.Equal("Wave.StructureFixed(2027)", AuthoringBench.Say((await _bench.TryEditAsync(open, new DraftEdit.RemoveQuestion("BG_STATUS"))).Errors));
        Assert.Equal("Draft.NothingToUndo", AuthoringBench.Say((await _bench.UndoAsync(open)).Errors));
        var form = await new QuestionnaireCache(_bench.Database.Database, _bench.Time).GetAsync(_bench.Survey.Fund.Id, open.WaveId, open.Revision, default);
        Assert.Equal(7, form.Minutes);
        await using var db = _bench.Database.Open();
        var areas = await db.ServiceAreas.OrderBy(area => area.Order).ToListAsync();
        Assert.Equal("IMAGE", areas[0].Code);
        Assert.Equal("Calls", areas.Single(area => area.Code == "PHONE").Name.In("fi"));
        Assert.Equal(4, await db.QuestionnaireEdits.CountAsync(edit => edit.Before == ""));
    }

    [Fact]
    public async Task Correct_TypoInAnOpenWave_IsSeenByMembersAndLogged()
    {
        var draft = await _bench.WithLastDayAsync(await _bench.DraftAsync());
        Assert.True((await _bench.OpenAsync(draft)).IsSuccess);
        var open = await _bench.GetAsync(draft.WaveId);
        var key = TextKey.Of("OVERALL", TextPart.Question);
        var before = open.Questions.Single(question => question.Content.Code == "OVERALL").Content.Text.In("sv");

        Assert.True((await _bench.CorrectAsync(open, key, "sv", "  Vilket helhetsbetyg ger du kassans service? ")).IsSuccess);

        var now = await _bench.GetAsync(draft.WaveId);
        var form = await new QuestionnaireCache(_bench.Database.Database, _bench.Time).GetAsync(_bench.Survey.Fund.Id, now.WaveId, now.Revision, default);
        Assert.Equal("Vilket helhetsbetyg ger du kassans service?", form.Questionnaire.Find("OVERALL")!.Text.In("sv"));
        var line = Assert.Single((await new ListCorrections(_bench.Database.Database).ExecuteAsync(_bench.Anna, now.WaveId, default)).Value);
        Assert.Equal((key, "sv", before, "Vilket helhetsbetyg ger du kassans service?", "Anna"), (line.Key, line.Language, line.Before, line.After, line.By));
        Assert.Equal("Wave.ChangedByAnother", Assert.Single((await _bench.CorrectAsync(open, key, "sv", "again")).Errors).Code);
    }

    [Fact]
    public async Task Correct_AreaName_ReachesMembersAndEditor()
    {
        var open = await _bench.GetAsync(_bench.LastYear.Id);
        Assert.True((await _bench.CorrectAsync(open, TextKey.Area("PHONE"), "en", "The phone service")).IsSuccess);
        Assert.Equal("The phone service", (await _bench.GetAsync(open.WaveId)).Areas.Single(area => area.Code == "PHONE").Name.In("en"));
    }

    [Theory]
    [InlineData("Question.OVERALL", "sv", "")]
    [InlineData("Lead.OVERALL", "sv", "A new lead")]
    [InlineData("Question.NOWHERE", "sv", "Text")]
    [InlineData("AreaName.NOWHERE", "sv", "Text")]
    public async Task Correct_ThatAddsOrTakesAway_IsRefused(string key, string language, string text)
    {
        var open = await _bench.GetAsync(_bench.LastYear.Id);
        Assert.True(TextKey.TryParse(key, out var parsed));
        Assert.Equal($"Wave.CorrectionOnly({key}, {language})", AuthoringBench.Say((await _bench.CorrectAsync(open, parsed, language, text)).Errors));
    }

    [Fact]
    public async Task Correct_Draft_IsRefused()
    {
        var draft = await _bench.DraftAsync();
        var result = await _bench.CorrectAsync(draft, TextKey.Of("OVERALL", TextPart.Question), "fi", "Muu");
        Assert.Equal("Wave.NotOpen(2027)", AuthoringBench.Say(result.Errors));
    }

    [Fact]
    public async Task Preview_Draft_HasItsPagesAndAreaNames()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), new DraftEdit.RenameArea("PHONE", LocalizedText.Same("Calls")));
        var form = (await new PreviewDraft(_bench.Database.Database).ExecuteAsync(_bench.Anna, draft.WaveId, default)).Value;
        Assert.Equal(29, form.Questionnaire.Questions.Length);
        Assert.Equal("Calls", form.AreaNames["PHONE"].In("fi"));
    }

    [Fact]
    public async Task CodebookPreview_Draft_NamesTheColumnsOfTheExport()
    {
        var draft = await _bench.DraftAsync();
        var preview = (await new GetCodebookPreview(_bench.Database.Database).ExecuteAsync(_bench.Anna, draft.WaveId, "fi", default)).Value;
        Assert.Equal(["MATTER", "CHANNELS.PHONE", "CHANNELS.MESSAGE"], preview.Columns.Take(3));
        Assert.DoesNotContain("OPEN_DEV", preview.Columns);
        Assert.Equal(28, preview.Codebook.Rows.Length);
    }
}
