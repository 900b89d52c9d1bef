using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Authoring;

public sealed class EditDraftTests : IAsyncLifetime
{
    private static readonly DraftEdit.SetText NewWording = new(TextKey.Of("HAN_SPEED", TextPart.Question), "fi", "Päätöksen saapumisen nopeus");

    private AuthoringBench _bench = null!;

    public async Task InitializeAsync() => _bench = await AuthoringBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Edit_ByTwoPeople_TellsTheSecondWhoAndWhenAndOverwritesNothing()
    {
        var seen = await _bench.DraftAsync();
        await _bench.EditAsync(seen, NewWording);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));

        var second = await _bench.TryEditAsync(seen, new DraftEdit.RemoveQuestion("HAN_SPEED"), _bench.Bo);

        var error = Assert.Single(second.Errors);
        Assert.Equal("Wave.ChangedByAnother", error.Code);
        Assert.Equal(["Anna", new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc)], error.Arguments);
        var now = await _bench.GetAsync(seen.WaveId);
        Assert.Equal(NewWording.Text, now.Questions.Single(question => question.Content.Code == "HAN_SPEED").Content.Text.In("fi"));
        Assert.Equal("Anna", now.ChangedBy);
    }

    [Fact]
    public async Task Edit_ManyAtTheSameMoment_LetsOneThrough()
    {
        var seen = await _bench.DraftAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            _bench.TryEditAsync(seen, new DraftEdit.SetText(NewWording.Key, "fi", $"Sanamuoto {i}")))));

        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal("Wave.ChangedByAnother", Assert.Single(result.Errors).Code));
        await using var db = _bench.Database.Open();
        Assert.Equal(1, await db.QuestionnaireEdits.CountAsync());
        Assert.Equal(seen.Revision + 1, (await _bench.GetAsync(seen.WaveId)).Revision);
    }

    [Fact]
    public async Task Edit_OtherSourceWording_SuggestsDifferentAndMarksTranslationsStale()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), NewWording);

        var question = draft.Questions.Single(question => question.Content.Code == "HAN_SPEED");
        Assert.Equal((QuestionChange.Different, QuestionChange.Same), (question.Suggested, question.Limit));
        Assert.Equal("Hakemuksen käsittelyn nopeus", question.Previous!.Text.In("fi"));
        Assert.Equal(
            ["da", "en", "sv"],
            draft.Texts.Single(text => text.Key == NewWording.Key).States.Where(state => state.Value == TranslationState.Stale).Select(state => state.Key));
        // Three stale translations and one change that nobody has judged.
        Assert.Equal(4, draft.Warnings);
        Assert.Equal((nameof(DraftEdit.SetText), "HAN_SPEED", "Anna"), (draft.Undo!.What, draft.Undo.Subject, draft.Undo.By));
    }

    [Fact]
    public async Task Edit_ThatIsRefused_WritesNothing()
    {
        var draft = await _bench.DraftAsync();
        var refused = await _bench.TryEditAsync(draft, new DraftEdit.RemoveQuestion("MATTER"));

        Assert.Equal("Draft.NeededBy(MATTER, CHANNELS)", AuthoringBench.Say(refused.Errors));
        var now = await _bench.GetAsync(draft.WaveId);
        Assert.Equal((draft.Revision, 29), (now.Revision, now.Questions.Length));
    }

    [Fact]
    public async Task Edit_ThatChangesNothing_RaisesNoRevision()
    {
        var draft = await _bench.DraftAsync();
        var same = await _bench.EditAsync(draft, new DraftEdit.MoveQuestion("MATTER", 1));
        Assert.Equal((draft.Revision, (DraftStep?)null), (same.Revision, same.Undo));
    }

    [Fact]
    public async Task Edit_OpenWave_IsRefused()
    {
        var open = await _bench.GetAsync(_bench.LastYear.Id);
        Assert.Equal("Wave.StructureFixed(2026)", AuthoringBench.Say((await _bench.TryEditAsync(open, NewWording)).Errors));
        Assert.Equal("Wave.StructureFixed(2026)", AuthoringBench.Say((await _bench.TryEditAsync(open, new DraftEdit.RemoveQuestion("BG_STATUS"))).Errors));
    }

    [Fact]
    public async Task Undo_EveryEdit_GivesTheFirstDraftBackAndRedoTheLast()
    {
        var first = await _bench.DraftAsync();
        var matter = first.Questions[0].Content;
        DraftEdit[] edits =
        [
            NewWording, new DraftEdit.RemoveQuestion("BG_STATUS"), new DraftEdit.MoveArea("IMAGE", 1),
            new DraftEdit.AddArea("EXTRA", LocalizedText.Same("Extra"), 0),
            new DraftEdit.ChangeQuestion("MATTER", matter with { Options = [.. matter.Options, new(0, "OTHER", LocalizedText.Same("Other"))] }),
            new DraftEdit.SetCondition("OPEN_DEV", new("DEV_AREA", ConditionOperator.Answered, [])),
            new DraftEdit.ChangeSettings(first.Settings with { Languages = ["fi", "sv"], StatedMinutes = 9, ClosesOn = new(2027, 2, 1) }),
        ];
        var last = first;
        foreach (var edit in edits)
        {
            last = await _bench.EditAsync(last, edit);
        }

        var back = last;
        foreach (var _ in edits)
        {
            back = (await _bench.UndoAsync(back)).Value;
        }

        Assert.Equal(Content(first), Content(back));
        Assert.Equal("Draft.NothingToUndo", AuthoringBench.Say((await _bench.UndoAsync(back)).Errors));
        var again = back;
        while (again.Redo is not null)
        {
            again = (await _bench.RedoAsync(again)).Value;
        }

        Assert.Equal(Content(last), Content(again));
        Assert.Equal("Draft.NothingToRedo", AuthoringBench.Say((await _bench.RedoAsync(again)).Errors));
        Assert.Equal(Content(again), Content(await _bench.GetAsync(first.WaveId)));
    }

    [Fact]
    public async Task Edit_AfterAnUndo_EndsTheRedo()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), NewWording);
        draft = (await _bench.UndoAsync(draft)).Value;
        Assert.NotNull(draft.Redo);

        draft = await _bench.EditAsync(draft, new DraftEdit.RemoveQuestion("BG_STATUS"));
        Assert.Null(draft.Redo);
        Assert.Equal("RemoveQuestion", draft.Undo!.What);
        Assert.Equal("BG_STATUS", Assert.Single(draft.Removed).Code);
    }

    [Fact]
    public async Task EveryUseCase_OnAnotherFundsWave_FindsNothing()
    {
        var draft = await _bench.DraftAsync();
        var other = await TestSurvey.AddAsync(_bench.Database, "other-fund");
        var (spy, database, time) = (other.Staff(Role.Admin), _bench.Database.Database, _bench.Time);
        var (id, revision) = (draft.WaveId, draft.Revision);
        IReadOnlyList<Error>[] outcomes =
        [
            (await new GetDraft(database, time).ExecuteAsync(spy, id, default)).Errors,
            (await new EditDraft(database, time).ExecuteAsync(spy, new(id, revision, NewWording), default)).Errors,
            (await new UndoEdit(database, time).ExecuteAsync(spy, new(id, revision), default)).Errors,
            (await new RedoEdit(database, time).ExecuteAsync(spy, new(id, revision), default)).Errors,
            (await new ClassifyChange(database, time).ExecuteAsync(spy, new(id, revision, "OVERALL", QuestionChange.Different, "x"), default)).Errors,
            (await new CorrectWording(database, time).ExecuteAsync(spy, new(id, revision, NewWording.Key, "fi", "x"), default)).Errors,
            (await new CheckDraft(database, time).ExecuteAsync(spy, id, default)).Errors,
            (await new OpenDraft(database, time).ExecuteAsync(spy, new(id, revision), default)).Errors,
            (await new GetCodebookPreview(database).ExecuteAsync(spy, id, "fi", default)).Errors,
            (await new PreviewDraft(database).ExecuteAsync(spy, id, default)).Errors,
            (await new DeleteDraft(database).ExecuteAsync(spy, new(id, revision), default)).Errors,
        ];

        Assert.All(outcomes, errors => Assert.Equal("Authoring.WaveUnknown", AuthoringBench.Say(errors)));
        Assert.Equal("Authoring.SurveyUnknown", AuthoringBench.Say((await _bench.MakeAsync(2030, null, spy)).Errors));
        Assert.Equal("Authoring.SurveyUnknown", AuthoringBench.Say((await new ListComparability(database).ExecuteAsync(spy, _bench.Survey.Survey.Id, default)).Errors));
        Assert.Empty((await new ListCorrections(database).ExecuteAsync(spy, id, default)).Value);
        Assert.Equal("other-fund", Assert.Single((await new ListSurveys(database).ExecuteAsync(spy, default)).Value).FundKey);
    }

    private static string Content(Draft draft) => string.Join('\n', draft.Questions.Select(question => question.Content.ToString()))
        + string.Join('\n', draft.Questions.SelectMany(question => question.Content.Options))
        + string.Join('\n', draft.Areas) + draft.Settings with { Languages = [] } + string.Join(',', draft.Settings.Languages)
        + string.Join('\n', draft.Texts.Select(text => $"{text.Key} {string.Join(' ', text.Text.Texts)} {string.Join(' ', text.States)}"));
}
