using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using KassaSurvey.Web.Components.Authoring;

namespace KassaSurvey.Web.Tests.Components.Authoring;

public sealed class DraftSessionTests : IAsyncLifetime
{
    private static readonly TextKey Overall = TextKey.Of("OVERALL", TextPart.Question);

    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;
    private Wave _wave = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _wave = await _survey.AddDraftAsync(2027);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Apply_AfterAnotherPersonsChange_IsRefusedAndNamesThem()
    {
        using var anna = await OpenAsync("Anna");
        using var bo = await OpenAsync("Bo");
        Assert.True(await anna.ApplyAsync(new DraftEdit.SetText(Overall, "en", "By Anna")));

        Assert.False(await bo.ApplyAsync(new DraftEdit.SetText(Overall, "en", "By Bo")));

        Assert.True(bo.IsStale);
        Assert.Equal("Anna", bo.ChangedByAnother!.Arguments[0]);
        Assert.False(await bo.UndoAsync());
        Assert.True(await bo.ReloadAsync());
        Assert.False(bo.IsStale);
        Assert.Equal("By Anna", TextOf(bo));
        Assert.True(await bo.ApplyAsync(new DraftEdit.SetText(Overall, "en", "By Bo")));
    }

    [Fact]
    public async Task Apply_SeveralAtOnce_MakesThemOneAfterTheOther()
    {
        using var session = await OpenAsync("Anna");
        var changes = 0;
        session.Changed += () => changes++;

        var made = await Task.WhenAll(
            session.ApplyAsync(new DraftEdit.SetText(Overall, "en", "First")),
            session.ApplyAsync(new DraftEdit.SetText(Overall, "sv", "Second")),
            session.ApplyAsync(new DraftEdit.SetText(Overall, "en", "Third")));

        Assert.All(made, Assert.True);
        Assert.Equal(("Third", 3), (TextOf(session), changes));
        Assert.True(await session.UndoAsync());
        Assert.Equal("First", TextOf(session));
        Assert.True(await session.RedoAsync());
        Assert.Equal("Third", TextOf(session));
    }

    [Fact]
    public async Task Apply_AnImpossibleEdit_KeepsTheDraftAndSaysWhy()
    {
        using var session = await OpenAsync("Anna");
        var before = session.Draft;

        Assert.False(await session.ApplyAsync(new DraftEdit.RemoveQuestion("NOWHERE")));

        Assert.Equal("Draft.QuestionUnknown", Assert.Single(session.Errors).Code);
        Assert.False(session.IsStale);
        Assert.Same(before, session.Draft);
    }

    private static string TextOf(DraftSession session) => session.Draft.Questions.Single(question => question.Content.Code == "OVERALL").Content.Text.In("en");

    private async Task<DraftSession> OpenAsync(string name)
    {
        var (database, time) = (_database.Database, TimeProvider.System);
        var viewer = Viewer.Staff(_survey.Fund.Id, name, [Role.SurveyManager]);
        var read = new GetDraft(database, time);
        var draft = (await read.ExecuteAsync(viewer, _wave.Id, default)).Value;
        return new(viewer, draft, read, new EditDraft(database, time), new UndoEdit(database, time), new RedoEdit(database, time));
    }
}
