using System.Globalization;
using System.Text;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Tests.Features.Imports;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure.Exports;
using KassaSurvey.Infrastructure.Exports.Answers;
using KassaSurvey.Infrastructure.Exports.DataPackage;
using KassaSurvey.Infrastructure.Exports.Excel;
using KassaSurvey.Infrastructure.Exports.Spss;
using KassaSurvey.Infrastructure.Exports.TripleS;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace KassaSurvey.Application.Tests.Features.Exporting;

/// <summary>A fund with two closed years on a database file, and everything that makes files of them.</summary>
internal sealed class ExportBench : IAsyncDisposable, IExportWorker
{
    private readonly MeasuredWaves _waves = new();

    private ExportBench(ImportBench bench) => Bench = bench;

    public ImportBench Bench { get; }

    public Viewer Analyst { get; private set; } = null!;

    /// <summary>How often the work was woken.</summary>
    public int Woken { get; private set; }

    /// <summary>The writers of answers; a test can put its own among them.</summary>
    public List<IAnswerWriter> AnswerWriters { get; } = [new CsvAnswerWriter(), new SpssReportWriter(), new ParquetAnswerWriter(), new ExcelAnswerWriter(), new TripleSAnswerWriter()];

    public PlanExport Plans => new(Bench.Database.Database, _waves, Results, Bench.Time);

    public RequestExport Requests => new(Bench.Database.Database, Plans, this, Bench.Time);

    public MyExports Mine => new(Bench.Database.Database, Bench.Time);

    public RunExports Runs => new(
        Bench.Database.Database,
        new WriteExport(
            Bench.Database.Database, _waves, Plans, new BuildYearlyReport(
                Bench.Database.Database, Results, new(Bench.Database.Database, _waves, Results), _waves, new EditNarrative(Bench.Database.Database, Bench.Time), Bench.Time),
            AnswerWriters, [new CsvTableWriter(), new ExcelTableWriter()], [new ExcelReportWriter()], new DataPackageWriter(), Bench.Time),
        NullLogger<RunExports>.Instance, Bench.Time);

    private GetResults Results => new(Bench.Database.Database, _waves);

    public static async Task<ExportBench> CreateAsync()
    {
        var bench = new ExportBench(await ImportBench.CreateAsync());
        await bench.ImportAsync(2019, 40);
        await bench.ImportAsync(2020, 60);
        await using var db = bench.Bench.Database.Open();
        var fund = (await db.Funds.SingleAsync()).Id;
        bench.Analyst = Viewer.Staff(fund, "Anna", [Role.Analyst], "anna@fund");
        return bench;
    }

    public async Task ImportAsync(int year, int responses)
    {
        var csv = new StringBuilder("response_id,OVERALL,segment:region\n");
        for (var row = 0; row < responses; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{year}-{row},{(row % 7) + 1},{(row % 20 == 0 ? "Åland" : "Uusimaa")}\n");
        }

        Assert.Equal(0, (await Bench.ImportAsync(csv.ToString(), ImportBench.Creating(year))).BadRows);
    }

    public static ExportChoices Choose(string format = "csv", params int[] years) =>
        new() { Content = ExportContent.Answers, Years = [.. years.Length == 0 ? [2020] : years], Format = format, Language = "en" };

    public async Task<DataExportId> RequestAsync(ExportChoices? choices = null) =>
        (await Requests.ExecuteAsync(Analyst, ImportBench.Survey, choices ?? Choose(), CancellationToken.None)).Value;

    public async Task RunAsync() => Assert.Empty((await Runs.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Errors);

    public async Task<DataExport> ReadAsync(DataExportId export)
    {
        await using var db = Bench.Database.Open();
        return await db.DataExports.AsNoTracking().SingleAsync(row => row.Id == export);
    }

    public async Task<int> PartsAsync()
    {
        await using var db = Bench.Database.Open();
        return await db.DataExportParts.CountAsync();
    }

    public async Task<byte[]> TakeAsync(DataExportId export, Viewer? viewer = null)
    {
        var opened = await Mine.OpenAsync(viewer ?? Analyst, export, isContinued: false, CancellationToken.None);
        Assert.Empty(opened.Errors);
        await using var content = opened.Value.Content;
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory);
        return memory.ToArray();
    }

    public Task WakeAsync(CancellationToken cancellationToken)
    {
        Woken++;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _waves.Dispose();
        await Bench.DisposeAsync();
    }
}
