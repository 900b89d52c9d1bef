using System.Text;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Imports;

/// <summary>A database to import into, and the shortest way to import a text and look at what came of it.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    public const string Fund = "koko";
    public const string Survey = "member-satisfaction";

    private ImportBench(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 3, 15, 8, 0, 0, TimeSpan.Zero));

    public ImportPublishedFigures Published => new(Database.Database, Time);

    public ImportResponses UseCase => new(Database.Database, new SealWave(Database.Database, Time), Time);

    public static async Task<ImportBench> CreateAsync(string? provider = null) =>
        new(provider is null ? await TestDatabase.CreateAsync() : await TestDatabase.CreateAsync(provider));

    public static ImportResponses.Command Creating(int year = 2020) => new(Fund, Survey, year, "answers.csv") { Create = true };

    public Task<Result<ImportReport>> TryImportAsync(string csv, ImportResponses.Command? command = null, Viewer? viewer = null) =>
        TryImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), command, viewer);

    public async Task<Result<ImportReport>> TryImportAsync(Stream content, ImportResponses.Command? command = null, Viewer? viewer = null)
    {
        await using (content)
        {
            return await UseCase.ExecuteAsync(viewer ?? Viewer.Operator, command ?? Creating(), content, null, CancellationToken.None);
        }
    }

    public async Task<ImportReport> ImportAsync(string csv, ImportResponses.Command? command = null) =>
        (await TryImportAsync(csv, command)).Value;

    public async Task<ImportReport> ImportFileAsync(string path, ImportResponses.Command command) =>
        (await TryImportAsync(File.OpenRead(path), command)).Value;

    /// <summary>The stored responses of the only wave by their id in the source, each with its answers by question code.</summary>
    public async Task<SortedDictionary<string, (Response Response, Dictionary<string, AnswerValue> Answers)>> StoredAsync()
    {
        await using var db = Database.Open();
        var codes = (await WaveAsync()).Questions.ToDictionary(question => question.Id, question => question.Code);
        var answers = (await db.Answers.AsNoTracking().ToListAsync()).ToLookup(answer => answer.ResponseId);
        var stored = new SortedDictionary<string, (Response, Dictionary<string, AnswerValue>)>(StringComparer.Ordinal);
        foreach (var response in await db.Responses.AsNoTracking().ToListAsync())
        {
            stored[response.ExternalId!] = (response, answers[response.Id].ToDictionary(answer => codes[answer.QuestionId], answer => answer.Value));
        }

        return stored;
    }

    public async Task<Wave> WaveAsync(int year = 2020)
    {
        await using var db = Database.Open();
        return await db.Waves.AsNoTracking().Include(wave => wave.Questions).SingleAsync(wave => wave.Year == new ReportingYear(year));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
