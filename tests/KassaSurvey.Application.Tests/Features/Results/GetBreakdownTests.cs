using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Results;

/// <summary>Two years of grades in three regions, one of them too small, and two ages.</summary>
public sealed class GetBreakdownTests : IAsyncLifetime
{
    private ImportBench _bench = null!;

    public async Task InitializeAsync()
    {
        _bench = await ImportBench.CreateAsync();
        await _bench.ImportAsync(File(6, 4), ImportBench.Creating(2019));
        await _bench.ImportAsync(File(6, 6), ImportBench.Creating(2020));
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task Breakdown_ByOneSegment_HidesTheSmallRegionAndWhatWouldGiveItAway()
    {
        var breakdown = (await ReadAsync("region")).Value.Breakdown;

        var overall = breakdown.Figures.Single(figure => figure.Code == "OVERALL");
        var cells = breakdown.First.Groups.Select((group, i) => (group.Name, overall.Cells[i].Reading)).ToList();
        var north = Assert.IsType<Reading.Reported>(cells.Single(cell => cell.Name == "north").Reading);
        Assert.Equal((36L, 6.0), (north.Measurement.N, north.Measurement.Mean!.Value.Value));
        Assert.DoesNotContain(cells, cell => cell is { Name: "west", Reading: Reading.Reported });
        // With everybody's count known, one hidden group alone could be computed from the others.
        Assert.NotEqual(1, cells.Count(cell => cell.Reading is Reading.Suppressed));
    }

    [Fact]
    public async Task Breakdown_ComparedWithAYear_FindsTheRegionThatChanged()
    {
        var document = BreakdownDocument.Of((await ReadAsync("age")).Value);

        Assert.Equal((2020, (int?)2019, "age"), (document.Year, document.CompareYear, Assert.Single(document.By)));
        var old = document.Cells.Single(cell => cell.Code == "OVERALL" && cell.Groups[0].Name == "old");
        Assert.Equal(Verdict.Improved, old.Verdict);
        Assert.True(old.Q < 0.05 && old.Delta > 0.5);
    }

    [Fact]
    public async Task Breakdown_OfTwoSegments_CrossesThem()
    {
        var breakdown = (await ReadAsync("region", "age")).Value.Breakdown;

        Assert.All(breakdown.Figures, figure => Assert.Equal(breakdown.First.Groups.Length * breakdown.Second!.Groups.Length, figure.Cells.Length));
        Assert.Contains(breakdown.Second!.Groups, group => group is { Kind: GroupKind.Category, Name: "young" });
    }

    [Fact]
    public async Task Breakdown_ThatCannotBeProtected_IsRefused()
    {
        var query = Query(Population.Everybody);

        Assert.Equal("Breakdown.Segments", await RefusedAsync(query));
        Assert.Equal("Breakdown.Segments", await RefusedAsync(query, "region", "age", "sex"));
        Assert.Equal("Breakdown.Segments", await RefusedAsync(query, "age", "age"));
        Assert.Equal("Population.UnknownSegment", await RefusedAsync(query, "shoe"));
        Assert.Equal("Breakdown.Filtered", await RefusedAsync(Query(Population.Everybody.With("age", "old")), "region"));
        Assert.Equal("Breakdown.Filtered", await RefusedAsync(query with { ExcludeCareless = true }, "region"));
    }

    private static GetResults.Query Query(Population population) => new(ImportBench.Fund, ImportBench.Survey, 2020, null, population);

    /// <summary>Thirty-six in the north, twenty-four in the south, three in the west, grades around one centre for each region; every third is young.</summary>
    private static string File(int north, int south)
    {
        var rows = Enumerable.Range(0, 63).Select(row =>
        {
            var (region, grade) = row < 36 ? ("north", north) : row < 60 ? ("south", south) : ("west", 6);
            return $"r{row},{region},{(row % 6 < 2 ? "young" : "old")},{grade + (row % 3) - 1}";
        });
        return string.Join('\n', rows.Prepend("response_id,segment:region,segment:age,OVERALL")) + "\n";
    }

    private async Task<string> RefusedAsync(GetResults.Query query, params string[] segments) =>
        Assert.Single((await ReadAsync(query, segments)).Errors).Code;

    private Task<Result<SurveyBreakdown>> ReadAsync(params string[] segments) => ReadAsync(Query(Population.Everybody), segments);

    private async Task<Result<SurveyBreakdown>> ReadAsync(GetResults.Query query, string[] segments)
    {
        using var waves = new MeasuredWaves();
        var results = new GetResults(_bench.Database.Database, waves);
        return await new GetBreakdown(_bench.Database.Database, waves, results).ExecuteAsync(Viewer.Operator, new(query, segments), CancellationToken.None);
    }
}
