using System.Collections.Concurrent;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Receipts;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Persistence.Answering;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Responding;

/// <summary>The use cases of this feature on a real database, with an open wave of the built-in questionnaire.</summary>
internal sealed class RespondingBench : IAsyncDisposable
{
    public static readonly DateOnly FirstDay = new(2026, 11, 1);

    public static readonly DateOnly LastDay = new(2026, 11, 30);

    private readonly TestDatabase _database;

    private RespondingBench(TestDatabase database, TestSurvey survey, Wave wave, IAnswerStore store)
    {
        (_database, Survey, Wave) = (database, survey, wave);
        Forms = new(database.Database, Clock);
        Links = new(new ReadCounter(database.Database, store, Reads), new FixedKey(), Clock);
        View = new(Links, Forms);
        Start = new(Links, Forms);
        Page = new(Links, Forms);
        Save = new(Links, Forms);
        Submit = new(Links, Forms);
        var receipts = new ReceiptReader(database.Database, new FixedKey());
        ViewReceipt = new(receipts);
        Erase = new(receipts, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 10, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The invitations that were read behind links, one entry a reading.</summary>
    public ConcurrentQueue<InvitationId> Reads { get; } = new();

    public TestSurvey Survey { get; }

    public Wave Wave { get; }

    public LinkReader Links { get; }

    public QuestionnaireCache Forms { get; }

    public ViewInvitation View { get; }

    public StartResponse Start { get; }

    public ViewPage Page { get; }

    public SaveAnswers Save { get; }

    public SubmitResponse Submit { get; }

    public ViewReceipt ViewReceipt { get; }

    public EraseResponse Erase { get; }

    public static Task<RespondingBench> CreateAsync(params QuestionContent[] questions) =>
        CreateAsync(database => database.Answers, questions);

    /// <summary>On the answer store that SQL Server uses.</summary>
    public static Task<RespondingBench> CreateOnEntitiesAsync() => CreateAsync(database => new EntityAnswerStore(database), []);

    private static async Task<RespondingBench> CreateAsync(Func<IKassaDatabase, IAnswerStore> store, QuestionContent[] questions)
    {
        var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        return new(database, survey, await survey.AddOpenWaveAsync(2026, FirstDay, LastDay, questions), store(database.Database));
    }

    public TestDatabase Database => _database;

    /// <summary>A fresh invitation's token.</summary>
    public async Task<string> InviteAsync(string number = "1", params Segment[] segments) =>
        Links.TokenOf((await Survey.InviteAsync(Wave, number, Languages.Finnish, segments)).Id);

    /// <summary>The token of an invitation that has been started.</summary>
    public async Task<string> StartedAsync(string number = "1")
    {
        var token = await InviteAsync(number);
        Assert.True((await StartAsync(token)).IsSuccess);
        return token;
    }

    public Task<Result<StartResponse.Started>> StartAsync(string token, string? language = null) =>
        Start.ExecuteAsync(new(token, language), CancellationToken.None);

    /// <summary>Says what the survey promises; before the first visit.</summary>
    public async Task PromiseAsync(Confidentiality confidentiality)
    {
        await using var context = _database.Open();
        var survey = await context.Surveys.SingleAsync();
        Assert.True(survey.Promise(confidentiality, hasBeenAsked: false).IsSuccess);
        await context.SaveChangesAsync();
    }

    /// <summary>The kept ties between members and answers.</summary>
    public async Task<List<ConfidentialLink>> TiesAsync()
    {
        await using var context = _database.Open();
        return await context.ConfidentialLinks.AsNoTracking().ToListAsync();
    }

    /// <summary>Saves a page as the "next" button does.</summary>
    public Task<Result<SaveAnswers.Saved>> SaveAsync(string token, int page, params (string Code, string Value)[] fields) =>
        Save.ExecuteAsync(new(token, page, null, IsLeft: true, Fields(fields)), CancellationToken.None);

    public Task<Result<SubmitResponse.Outcome>> SubmitAsync(string token, int page, params (string Code, string Value)[] fields) =>
        Submit.ExecuteAsync(new(token, page, Fields(fields)), CancellationToken.None);

    public async Task<ViewPage.View> ShowAsync(string token, int page) =>
        (await Page.ExecuteAsync(new(token, page), CancellationToken.None)).Value;

    public async Task<LinkStanding> StandingAsync(string token) =>
        (await View.ExecuteAsync(new(token), CancellationToken.None)).Value.Standing;

    /// <summary>Last page of the wave's questionnaire.</summary>
    public async Task<int> LastPageAsync(string token) => (await ShowAsync(token, int.MaxValue)).Number;

    public async Task<List<Response>> ResponsesAsync()
    {
        await using var db = _database.Open();
        return await db.Responses.AsNoTracking().ToListAsync();
    }

    public async Task<List<Invitation>> InvitationsAsync()
    {
        await using var db = _database.Open();
        return await db.Invitations.AsNoTracking().ToListAsync();
    }

    /// <summary>All stored answers by question code; fails when a question has two.</summary>
    public async Task<Dictionary<string, AnswerValue>> AnswersAsync()
    {
        await using var db = _database.Open();
        var codes = Wave.Questions.ToDictionary(question => question.Id, question => question.Code);
        return (await db.Answers.AsNoTracking().ToListAsync()).ToDictionary(answer => codes[answer.QuestionId], answer => answer.Value);
    }

    public async Task CloseWaveAsync()
    {
        await using var db = _database.Open();
        var wave = await db.Waves.SingleAsync(wave => wave.Id == Wave.Id);
        Assert.True(wave.Close(new DateOnly(2026, 11, 10)).IsSuccess);
        await db.SaveChangesAsync();
    }

    public async Task<List<ErasedResponse>> ErasedAsync()
    {
        await using var db = _database.Open();
        return await db.ErasedResponses.AsNoTracking().ToListAsync();
    }

    /// <summary>Name of the version that results are read from now.</summary>
    public async Task<string?> DataVersionAsync()
    {
        await using var db = _database.Open();
        return (await MeasuredWaves.ListAsync(db, Wave.SurveyId, CancellationToken.None)).Single(wave => wave.Id == Wave.Id).DataVersion;
    }

    public async Task<SealWave.Sealed> SealAsync() =>
        (await new CloseWave(_database.Database, new(_database.Database, Clock), Clock).ExecuteAsync(Viewer.Operator, Wave.Id, CancellationToken.None)).Value;

    public async Task<SealWave.Sealed> ResealAsync() =>
        (await new SealWave(_database.Database, Clock).ExecuteAsync(Viewer.Operator, Wave.Id, "erased", CancellationToken.None)).Value;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Dictionary<string, IReadOnlyList<string>> Fields((string Code, string Value)[] fields) =>
        fields.GroupBy(field => field.Code).ToDictionary(
            group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(field => field.Value)], StringComparer.OrdinalIgnoreCase);

    private sealed class ReadCounter(IKassaDatabase database, IAnswerStore store, ConcurrentQueue<InvitationId> reads) : IKassaDatabase, IAnswerStore
    {
        public IAnswerStore Answers => this;

        public KassaDbContext For(Viewer viewer) => database.For(viewer);

        public Task MigrateAsync(CancellationToken cancellationToken) => database.MigrateAsync(cancellationToken);

        public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => database.IsReadyAsync(cancellationToken);

        public Task BulkInsertAsync(
            KassaDbContext context, IReadOnlyCollection<Response> responses, IReadOnlyCollection<Answer> answers, CancellationToken cancellationToken) =>
            database.BulkInsertAsync(context, responses, answers, cancellationToken);

        public Task BulkInsertAsync<TEntity>(KassaDbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
            where TEntity : class => database.BulkInsertAsync(context, rows, cancellationToken);

        public Task<LinkState?> ReadAsync(InvitationId invitation, bool withAnswers, CancellationToken cancellationToken)
        {
            reads.Enqueue(invitation);
            return store.ReadAsync(invitation, withAnswers, cancellationToken);
        }

        public Task ChangeAsync(InvitationId invitation, Func<LinkState?, AnswerChange?> decide, CancellationToken cancellationToken) =>
            store.ChangeAsync(invitation, decide, cancellationToken);
    }

    private sealed class FixedKey : ILinkKey
    {
        public ReadOnlyMemory<byte> Key { get; } = Enumerable.Range(0, 32).Select(number => (byte)(number * 7)).ToArray();
    }
}
