using KassaSurvey.Application.Features.Responding;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class QuestionnaireCacheTests
{
    [Fact]
    public async Task Form_OfManyVisits_IsReadOnce()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        using var log = new StatementLog();

        for (var visit = 0; visit < 5; visit++)
        {
            await bench.ShowAsync(token, 1);
        }

        Assert.DoesNotContain(log.Statements, statement => statement.Contains("\"Questions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfBurstOfFirstVisits_IsReadOnceForAll()
    {
        await using var bench = await RespondingBench.CreateAsync();

        var forms = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(FormAsync)));

        Assert.Single(forms.Distinct());

        Task<SurveyForm> FormAsync() => bench.Forms.GetAsync(bench.Wave.FundId, bench.Wave.Id, bench.Wave.Revision, CancellationToken.None);
    }

    [Fact]
    public async Task Form_OfNewRevisionOrOldAge_IsReadAgain()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var first = await FormAsync(bench.Wave.Revision);

        var same = await FormAsync(bench.Wave.Revision);
        var revised = await FormAsync(bench.Wave.Revision + 1);
        bench.Clock.Advance(QuestionnaireCache.Age + TimeSpan.FromSeconds(1));
        var aged = await FormAsync(bench.Wave.Revision + 1);

        Assert.Same(first, same);
        Assert.NotSame(same, revised);
        Assert.NotSame(revised, aged);

        Task<SurveyForm> FormAsync(int revision) => bench.Forms.GetAsync(bench.Wave.FundId, bench.Wave.Id, revision, CancellationToken.None);
    }

    [Fact]
    public async Task Link_Forged_CostsNoReading()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var genuine = await bench.InviteAsync();
        bench.Reads.Clear();

        foreach (var forged in new[] { "x", new string('A', 32), genuine[..31] + (genuine[31] == 'A' ? 'B' : 'A') })
        {
            Assert.False((await bench.View.ExecuteAsync(new(forged), CancellationToken.None)).IsSuccess);
        }

        Assert.Empty(bench.Reads);
        Assert.True((await bench.View.ExecuteAsync(new(genuine), CancellationToken.None)).IsSuccess);
        Assert.Single(bench.Reads);
    }
}
