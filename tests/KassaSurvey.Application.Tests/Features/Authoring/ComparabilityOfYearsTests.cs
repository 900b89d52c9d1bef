using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Authoring;

/// <summary>Last year's wave copied, one question reworded, one rescaled, opened, answered, compared.</summary>
public sealed class ComparabilityOfYearsTests : IAsyncLifetime
{
    private static readonly TextKey Speed = TextKey.Of("HAN_SPEED", TextPart.Question);

    private AuthoringBench _bench = null!;

    public async Task InitializeAsync() => _bench = await AuthoringBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task CopiedRewordedAndRescaled_AnsweredAndCompared_SaysExactlyWhatIsComparable()
    {
        var draft = await _bench.WithLastDayAsync(await _bench.DraftAsync());
        foreach (var language in new[] { "fi", "sv", "da", "en" })
        {
            draft = await _bench.EditAsync(draft, new DraftEdit.SetText(Speed, language, $"Kuinka pitkään odotit rahaa tilillesi ({language})"));
        }

        var trust = draft.Questions.Single(question => question.Content.Code == "IMG_TRUST").Content;
        draft = await _bench.EditAsync(draft, new DraftEdit.ChangeQuestion("IMG_TRUST", trust with { Scale = new AnswerScale(1, 6) }));
        Assert.True((await _bench.ClassifyAsync(draft, "HAN_SPEED", QuestionChange.Different, "")).IsSuccess);
        draft = await _bench.GetAsync(draft.WaveId);
        Assert.True((await _bench.ClassifyAsync(draft, "IMG_TRUST", QuestionChange.ScaleChanged, "")).IsSuccess);
        draft = await _bench.GetAsync(draft.WaveId);
        Assert.Equal((0, 0), (draft.BlockingFindings, draft.Warnings));
        Assert.Equal(
            [("HANDLING", new ComparisonBasis(3, 4), false), ("IMAGE", new ComparisonBasis(2, 3), false)],
            draft.Comparisons.Where(area => !area.Basis.IsWhole).Select(area => (area.AreaCode, area.Basis, area.IsIndexOnly)));

        Assert.True((await _bench.OpenAsync(draft)).IsSuccess);
        await AnswerAsync(_bench.LastYear.Id, 1, 7);
        await AnswerAsync(draft.WaveId, 2, 6);
        // What may be said of a change is said when the field work has ended.
        var seal = new SealWave(_bench.Database.Database, _bench.Time);
        Assert.True((await new CloseWave(_bench.Database.Database, seal, _bench.Time).ExecuteAsync(Viewer.Operator, draft.WaveId, CancellationToken.None)).IsSuccess);
        await ResultsSayWhatIsComparableAsync();

        await using var db = _bench.Database.Open();
        var comparability = new Comparability(await db.QuestionLinks.ToListAsync());
        Assert.Equal(QuestionChange.Different, comparability.Between("HAN_SPEED", new(2026), new(2027)));
        Assert.Equal(QuestionChange.ScaleChanged, comparability.Between("IMG_TRUST", new(2026), new(2027)));
        Assert.All(
            draft.Questions.Select(question => question.Content.Code).Except(["HAN_SPEED", "IMG_TRUST"]),
            code => Assert.Equal(QuestionChange.Same, comparability.Between(code, new(2026), new(2027))));
        Assert.All(
            await db.QuestionLinks.Where(link => link.Decided != null).ToListAsync(), link => Assert.Equal(("Anna", DateTimeKind.Utc), (link.DecidedBy, link.DecidedAt!.Value.Kind)));
    }

    [Fact]
    public async Task Draft_AreaWithEveryQuestionRescaled_IsComparedAsAnIndex()
    {
        var draft = await _bench.DraftAsync();
        foreach (var question in draft.Questions.Where(question => question.Content is { AreaCode: "IMAGE", Scale: not null }))
        {
            draft = await _bench.EditAsync(
                draft, new DraftEdit.ChangeQuestion(question.Content.Code, question.Content with { Scale = new AnswerScale(1, 6) }));
        }

        var image = draft.Comparisons.Single(area => area.AreaCode == "IMAGE");
        Assert.Equal((new ComparisonBasis(3, 3), true), (image.Basis, image.IsIndexOnly));
    }

    [Fact]
    public async Task Classify_AgainstTheSuggestion_NeedsAReasonAndLastsUntilTheFactsChange()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), new DraftEdit.SetText(Speed, "fi", "Päätöksen saapumisen nopeus"));
        Assert.Equal("Draft.ReasonMissing(HAN_SPEED)", AuthoringBench.Say((await _bench.ClassifyAsync(draft, "HAN_SPEED", QuestionChange.SmallEdit, " ")).Errors));
        Assert.True((await _bench.ClassifyAsync(draft, "HAN_SPEED", QuestionChange.SmallEdit, "Members read both as the same")).IsSuccess);

        draft = await _bench.GetAsync(draft.WaveId);
        var decided = draft.Questions.Single(question => question.Content.Code == "HAN_SPEED");
        Assert.Equal((QuestionChange.Different, QuestionChange.SmallEdit, "Members read both as the same"), (decided.Suggested, decided.Change, decided.Reason));

        draft = await _bench.EditAsync(draft, new DraftEdit.SetText(Speed, "fi", decided.Previous!.Text.In("fi")));
        var restored = draft.Questions.Single(question => question.Content.Code == "HAN_SPEED");
        Assert.Equal((QuestionChange.Same, (QuestionChange?)null), (restored.Change, restored.Decided));
    }

    [Fact]
    public async Task Classify_NewQuestion_HasNothingToBeComparedWith()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), new DraftEdit.AddQuestion(
            new("EXTRA", QuestionKind.YesNo, LocalizedText.Same("Extra?")), 0));
        Assert.Equal(QuestionChange.New, draft.Questions[^1].Change);
        Assert.False(draft.Questions[^1].IsCodeFixed);
        Assert.Equal("Authoring.NoEarlierYear(EXTRA, 2027)", AuthoringBench.Say((await _bench.ClassifyAsync(draft, "EXTRA", QuestionChange.Same, "")).Errors));
    }

    [Fact]
    public async Task List_PublishedYearWithAnotherScale_IsComparedByItsScaleOnly()
    {
        await using (var db = _bench.Database.Open())
        {
            var figure = PublishedFigure.Create(_bench.Survey.Survey, new(2024), "OVERALL");
            figure.Publish(new(1, 6), 5.43, 1000, null, null, "report");
            db.PublishedFigures.Add(figure);
            await db.SaveChangesAsync();
        }

        var lines = (await new ListComparability(_bench.Database.Database).ExecuteAsync(_bench.Anna, _bench.Survey.Survey.Id, default)).Value;

        var pair = Assert.Single(lines.Single(line => line.Code == "OVERALL").Pairs);
        Assert.Equal((2024, 2026, QuestionChange.ScaleChanged), (pair.FromYear, pair.ToYear, pair.Change));
        Assert.Empty(lines.Single(line => line.Code == "HAN_SPEED").Pairs);
    }

    private async Task ResultsSayWhatIsComparableAsync()
    {
        using var waves = new MeasuredWaves();
        var query = new GetResults.Query(null, null, 2027, 2026, Population.Everybody);
        var results = (await new GetResults(_bench.Database.Database, waves).ExecuteAsync(_bench.Anna, query, default)).Value.Results;

        var (reworded, rescaled) = (results.Find("HAN_SPEED")!, results.Find("IMG_TRUST")!);
        Assert.Equal(
            (Verdict.NotComparable, (double?)null, (double?)null), (reworded.Change!.Verdict, reworded.Change.Delta, reworded.Change.IndexDelta));
        Assert.Equal([2027], reworded.Trend.Select(point => point.Year.Value));
        Assert.Equal((Verdict.NotComparable, (double?)null), (rescaled.Change!.Verdict, rescaled.Change.Delta));
        Assert.NotNull(rescaled.Change.IndexDelta);
        Assert.Equal([false, true], rescaled.Trend.Select(point => point.BreaksBefore));
        Assert.All(
            results.Questions.Where(question => question.Question.IsRating && question != reworded && question != rescaled),
            question => Assert.NotNull(question.Change!.Delta));
        Assert.Equal(
            [("HANDLING", new ComparisonBasis(3, 4)), ("IMAGE", new ComparisonBasis(2, 3))],
            results.Areas.Where(area => !area.Basis!.Value.IsWhole).Select(area => (area.Area.Code, area.Basis!.Value)));
        Assert.All(results.Areas, area => Assert.NotNull(area.Change!.Delta));
    }

    /// <summary>Forty members answer every rating, from the lowest to the highest answer in turn.</summary>
    private async Task AnswerAsync(WaveId id, int lowest, int highest)
    {
        await using var db = _bench.Database.Open();
        var wave = await db.Waves.Include(row => row.Questions).SingleAsync(row => row.Id == id);
        var (responses, answers) = (new List<Response>(), new List<Answer>());
        for (var i = 0; i < 40; i++)
        {
            var response = Response.Imported(wave, new($"{id.Value}-{i}", "fi", ResponseMode.Web, new(2027, 1, 5), null, new Dictionary<string, string>()));
            responses.Add(response);
            answers.AddRange(wave.Questions.Where(question => question.IsRating).Select(question => new Answer(
                response.Id, question.Id, AnswerValue.Of(Math.Min(lowest + (i % (highest - lowest + 1)), question.ScaleMaximum)))));
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await _bench.Database.Database.BulkInsertAsync(db, responses, answers, default);
        await transaction.CommitAsync();
    }
}
