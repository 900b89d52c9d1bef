using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Testing;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Authoring;

/// <summary>A fund with last year's wave, and the use cases that compose the next one.</summary>
internal sealed class AuthoringBench : IAsyncDisposable
{
    private AuthoringBench(TestDatabase database, TestSurvey survey, Wave lastYear) =>
        (Database, Survey, LastYear) = (database, survey, lastYear);

    public TestDatabase Database { get; }

    public TestSurvey Survey { get; }

    /// <summary>The built-in questionnaire, open in 2026.</summary>
    public Wave LastYear { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));

    public Viewer Anna => Viewer.Staff(Survey.Fund.Id, "Anna", [Role.SurveyManager]);

    public Viewer Bo => Viewer.Staff(Survey.Fund.Id, "Bo", [Role.Admin]);

    public static async Task<AuthoringBench> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        return new(database, survey, await survey.AddOpenWaveAsync(2026, new(2026, 1, 1), new(2026, 1, 31)));
    }

    public Task<Result<WaveId>> MakeAsync(int year = 2027, int? copyFrom = 2026, Viewer? viewer = null) =>
        new CreateDraft(Database.Database, Time).ExecuteAsync(viewer ?? Anna, new(Survey.Survey.Id, year, copyFrom), default);

    public async Task<Draft> DraftAsync() => await GetAsync((await MakeAsync()).Value);

    public async Task<Draft> GetAsync(WaveId id) => (await new GetDraft(Database.Database, Time).ExecuteAsync(Anna, id, default)).Value;

    public Task<Result<Draft>> TryEditAsync(Draft draft, DraftEdit edit, Viewer? viewer = null) =>
        new EditDraft(Database.Database, Time).ExecuteAsync(viewer ?? Anna, new(draft.WaveId, draft.Revision, edit), default);

    public async Task<Draft> EditAsync(Draft draft, DraftEdit edit) => (await TryEditAsync(draft, edit)).Value;

    public Task<Result<Draft>> UndoAsync(Draft draft) =>
        new UndoEdit(Database.Database, Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision), default);

    public Task<Result<Draft>> RedoAsync(Draft draft) =>
        new RedoEdit(Database.Database, Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision), default);

    public Task<Result> ClassifyAsync(Draft draft, string code, QuestionChange change, string reason) =>
        new ClassifyChange(Database.Database, Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision, code, change, reason), default);

    public Task<Result> OpenAsync(Draft draft) =>
        new OpenDraft(Database.Database, Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision), default);

    public Task<Result> CorrectAsync(Draft draft, TextKey key, string language, string text) =>
        new CorrectWording(Database.Database, Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision, key, language, text), default);

    public async Task<MemoryStream> ExportAsync(Draft draft)
    {
        var file = new MemoryStream();
        Assert.True((await new ExportTranslations(Database.Database, new ExcelTranslationFile()).ExecuteAsync(Anna, draft.WaveId, file, default)).IsSuccess);
        file.Position = 0;
        return file;
    }

    public Task<Result<ImportTranslations.Outcome>> ImportAsync(Draft draft, Stream file) =>
        new ImportTranslations(Database.Database, new ExcelTranslationFile(), Time).ExecuteAsync(Anna, new(draft.WaveId, draft.Revision, file), default);

    public async Task<Draft> WithLastDayAsync(Draft draft) =>
        await EditAsync(draft, new DraftEdit.ChangeSettings(draft.Settings with { ClosesOn = new(2027, 1, 31) }));

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public static string Say(IEnumerable<Error> errors) => string.Join("; ", errors);
}
