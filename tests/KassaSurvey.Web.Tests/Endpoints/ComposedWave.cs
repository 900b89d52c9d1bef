using KassaSurvey.Application.Features.Authoring;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Endpoints;

/// <summary>Next year's wave, composed from the host's own as a survey manager does it, and open.</summary>
internal static class ComposedWave
{
    /// <param name="host">The program.</param>
    /// <param name="year">The new wave's year.</param>
    /// <param name="edit">Gives the edits to make, from the copy as it is.</param>
    /// <param name="decisions">What each changed question is in comparison with last year.</param>
    public static async Task<Wave> OpenAsync(
        RespondingHost host, int year, Func<Draft, IEnumerable<DraftEdit>> edit, params (string Code, QuestionChange Change)[] decisions)
    {
        var manager = host.Survey.Staff(Role.SurveyManager);
        await using (var db = host.Open())
        {
            if (!await db.Set<FundFace>().AnyAsync())
            {
                await host.Survey.WriteFaceAsync();
            }
        }

        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var id = (await services.GetRequiredService<CreateDraft>().ExecuteAsync(manager, new(host.Survey.Survey.Id, year, host.Wave.Year.Value), default)).Value;
        var read = services.GetRequiredService<GetDraft>();
        var draft = (await read.ExecuteAsync(manager, id, default)).Value;
        var settled = new DraftEdit.ChangeSettings(draft.Settings with { ClosesOn = new DateOnly(year, 1, 31) });
        foreach (var change in edit(draft).Prepend(settled))
        {
            draft = (await services.GetRequiredService<EditDraft>().ExecuteAsync(manager, new(id, draft.Revision, change), default)).Value;
        }

        foreach (var (code, change) in decisions)
        {
            var decided = await services.GetRequiredService<ClassifyChange>().ExecuteAsync(manager, new(id, draft.Revision, code, change, ""), default);
            Assert.Empty(decided.Errors);
            draft = (await read.ExecuteAsync(manager, id, default)).Value;
        }

        Assert.Empty((await services.GetRequiredService<OpenDraft>().ExecuteAsync(manager, new(id, draft.Revision), default)).Errors);
        await using var after = host.Open();
        return await after.Waves.Include(wave => wave.Questions).SingleAsync(wave => wave.Id == id);
    }
}
