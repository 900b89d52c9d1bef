using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.EndToEnd.Authoring;

/// <summary>Somebody else who edits the same draft, at the running program's own database.</summary>
internal sealed class Colleague(string file) : IDisposable
{
    public const string Name = "Anna Virtanen";

    // Without a pool: nothing may hold the file when the program's folder goes.
    private readonly KassaDatabase _database = new(new() { ConnectionString = $"Data Source={file};Pooling=False" });

    public void Dispose() => _database.Dispose();

    public async Task RewordAsync(int year, string question)
    {
        foreach (var language in Languages.All)
        {
            await EditAsync(year, _ => new DraftEdit.SetText(
                TextKey.Of(question, TextPart.Question), language, $"Kuinka pitkään odotit rahaa tilillesi ({language})"));
        }
    }

    public Task RescaleAsync(int year, string question) => EditAsync(year, draft => new DraftEdit.ChangeQuestion(
        question, draft.Questions.Single(row => row.Content.Code == question).Content with { Scale = new AnswerScale(1, 6) }));

    private async Task EditAsync(int year, Func<Draft, DraftEdit> edit)
    {
        var viewer = await ViewerAsync();
        var found = await new FindWave(_database).ExecuteAsync(viewer, new("member-satisfaction", year), default);
        var draft = (await new GetDraft(_database, TimeProvider.System).ExecuteAsync(viewer, found.Value, default)).Value;
        var edited = await new EditDraft(_database, TimeProvider.System).ExecuteAsync(viewer, new(draft.WaveId, draft.Revision, edit(draft)), default);
        Assert.True(edited.IsSuccess, string.Join("; ", edited.Errors));
    }

    private async Task<Viewer> ViewerAsync()
    {
        await using var db = _database.For(Viewer.Operator);
        return Viewer.Staff(await db.Funds.Select(fund => fund.Id).SingleAsync(), Name, [Role.SurveyManager]);
    }
}
