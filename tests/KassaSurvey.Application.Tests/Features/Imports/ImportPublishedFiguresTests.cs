using System.Text;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed class ImportPublishedFiguresTests
{
    private const string Heading = "year,question_code,scale_min,scale_max,mean,n,sd,share_top,source\n";

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Import_Figures_AddsThenKeepsThenReplaces(string provider)
    {
        await using var bench = await BenchAsync(provider);
        const string first = Heading + "2018,OVERALL,1,7,5.9,987,0.97,0.35,Yearly report\n2019,OVERALL,1,7,6.02,,,,Yearly report\n";

        var added = await ImportAsync(bench, first);
        var again = await ImportAsync(bench, first);
        var changed = await ImportAsync(bench, Heading + "2018,overall,1,7,5.95,987,0.97,0.35,Yearly report\n2019,OVERALL,1,7,6.02,,,,Yearly report\n");

        Assert.Equal((ImportOutcome.Imported, 2, 0), (added.Outcome, added.Added, added.Unchanged));
        Assert.Equal((ImportOutcome.NothingNew, 0, 2), (again.Outcome, again.Added, again.Unchanged));
        Assert.Equal([new FigureChange(2018, "OVERALL", 5.9, 5.95)], changed.Changes.AsEnumerable());
        await using var db = bench.Database.Open();
        var figures = await db.PublishedFigures.OrderBy(figure => figure.Year).ToListAsync();
        Assert.Equal([5.95, 6.02], figures.Select(figure => figure.Mean));
        Assert.Equal((987, 0.97, 0.35, "Yearly report"), (figures[0].Respondents, figures[0].StandardDeviation, figures[0].TopShare, figures[0].Source));
        Assert.Equal((null, null, null), (figures[1].Respondents, figures[1].StandardDeviation, figures[1].TopShare));
    }

    [Theory]
    [InlineData("20x8,OVERALL,1,7,5,,,,s", "year", "NotWholeNumber")]
    [InlineData("1805,OVERALL,1,7,5,,,,s", "year", "BadYear")]
    [InlineData("2022,OVERALL,1,7,5,,,,s", "year", "YearInFuture")]
    [InlineData("2018,OVER ALL,1,7,5,,,,s", "question_code", "BadCode")]
    [InlineData("2018,OVERAL,1,7,5,,,,s", "question_code", "UnknownCodeNear")]
    [InlineData("2018,OVERALL,7,1,5,,,,s", "scale_min", "BadScale")]
    [InlineData("2018,OVERALL,1,7.5,5,,,,s", "scale_max", "NotWholeNumber")]
    [InlineData("2018,OVERALL,1,7,7.01,,,,s", "mean", "MeanOutOfScale")]
    [InlineData("2018,OVERALL,1,7,\"5,9\",,,,s", "mean", "DecimalComma")]
    [InlineData("2018,OVERALL,1,7,,,,,s", "mean", "MissingValue")]
    [InlineData("2018,OVERALL,1,7,5,0,,,s", "n", "BadRespondents")]
    [InlineData("2018,OVERALL,1,7,5,10,4.3,,s", "sd", "BadDeviation")]
    [InlineData("2018,OVERALL,1,7,5,10,1,57.6,s", "share_top", "BadShare")]
    [InlineData("2018,OVERALL,1,7,5,,,,", "source", "MissingValue")]
    [InlineData("2018,EFFORT,1,7,5,,,,s", "question_code", "DuplicateFigure")]
    [InlineData("2018,OVERALL,1,7,5,,,", "", "TooFewFields")]
    public async Task Import_BadRow_IsListed(string row, string column, string reason)
    {
        await using var bench = await BenchAsync();

        var report = await ImportAsync(bench, $"{Heading}2018,EFFORT,1,7,5,,,,s\n{row}\n");

        var issue = Assert.Single(report.Issues.Listed);
        Assert.Equal((3, column, $"Imports.{reason}"), (issue.Line, issue.Column, issue.Reason.Code));
        Assert.Equal((ImportOutcome.Refused, 1, 1), (report.Outcome, report.Added, report.BadRows));
        await using var db = bench.Database.Open();
        Assert.False(await db.PublishedFigures.AnyAsync());
    }

    [Fact]
    public async Task Import_BadHeading_ListsWhatIsUnknownAndMissing()
    {
        await using var bench = await BenchAsync();

        var report = await ImportAsync(bench, "year,code,scale_min,scale_max,mean\n2018,OVERALL,1,7,5\n");

        Assert.Equal(
            [("code", "Imports.UnknownFigureColumn"), ("question_code", "Imports.MissingColumn"), ("source", "Imports.MissingColumn")],
            report.Issues.Listed.Select(issue => (issue.Column, issue.Reason.Code)));
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
    }

    [Fact]
    public async Task Import_YearWithAnswers_IsRefusedForTheQuestionsAskedThen()
    {
        await using var bench = await BenchAsync();
        await bench.ImportAsync("OVERALL\n5\n", ImportBench.Creating(2019));

        var report = await ImportAsync(
            bench, Heading + "2019,OVERALL,1,7,6.02,,,,s\n2019,EFFORT,1,7,5,,,,s\n", policy: BadRows.TakeGoodRows);

        Assert.Equal((2, ImportErrors.MicrodataExists(2019)), (report.Issues.Listed.Single().Line, report.Issues.Listed.Single().Reason));
        Assert.Equal((ImportOutcome.Imported, 1), (report.Outcome, report.Added));
    }

    [Fact]
    public async Task Import_DryRun_ChangesNothing()
    {
        await using var bench = await BenchAsync();

        var report = await ImportAsync(bench, Heading + "2018,OVERALL,1,7,5,,,,s\n", dryRun: true);

        Assert.Equal((ImportOutcome.Checked, 1), (report.Outcome, report.Added));
        await using var db = bench.Database.Open();
        Assert.False(await db.PublishedFigures.AnyAsync());
    }

    [Fact]
    public async Task Import_ByTheWrongPeople_IsRefused()
    {
        await using var bench = await BenchAsync();
        var other = await TestSurvey.AddAsync(bench.Database, "other-fund");

        Assert.Equal([AccessErrors.NotAllowed], (await TryAsync(bench, other.Staff(Role.Analyst))).Errors);
        Assert.Equal([WaveErrors.FundNotFound(ImportBench.Fund)], (await TryAsync(bench, other.Staff(Role.Admin))).Errors);
    }

    private static async Task<ImportBench> BenchAsync(string? provider = null)
    {
        var bench = await ImportBench.CreateAsync(provider);
        await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, ImportBench.Survey);
        return bench;
    }

    private static async Task<PublishedReport> ImportAsync(
        ImportBench bench, string csv, bool dryRun = false, BadRows policy = BadRows.TakeNothing)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var command = new ImportPublishedFigures.Command(ImportBench.Fund, ImportBench.Survey) { DryRun = dryRun, BadRows = policy };
        return (await bench.Published.ExecuteAsync(Viewer.Operator, command, content, CancellationToken.None)).Value;
    }

    private static async Task<Result<PublishedReport>> TryAsync(ImportBench bench, Viewer viewer)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Heading + "2018,OVERALL,1,7,5,,,,s\n"));
        return await bench.Published.ExecuteAsync(viewer, new(ImportBench.Fund, ImportBench.Survey), content, CancellationToken.None);
    }
}
