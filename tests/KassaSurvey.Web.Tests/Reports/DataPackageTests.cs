using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using DuckDB.NET.Data;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The data package of a closed wave, opened by the programs it is made for.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class DataPackageTests(DemonstrationSite site) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kassa-zip-");

    public async Task InitializeAsync()
    {
        var zip = await (await site.ExportAsync(new() { Content = ExportContent.Answers, Years = [2020], Format = "zip", Language = "fi" })).Content.ReadAsByteArrayAsync();
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.ExtractToDirectory(_folder.FullName);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [ProgramFact(OtherPrograms.R)]
    public async Task ScriptInR_ComputesTheReportsFiguresAgain()
    {
        // It stops when a figure differs by more than 0.000001, or a count at all.
        var said = await OtherPrograms.RunAsync(_folder.FullName, OtherPrograms.R, "read.R");

        var results = (await site.ReadAsync(2020)).Results;
        var figures = results.Questions.Count(question => question.Question.IsRating) + results.Areas.Length;
        Assert.Contains($"{figures} figures compared", said, StringComparison.Ordinal);
        Assert.Contains(results.Overall!.Current.Value!.Mean!.Value.Value.ToString("0.00000", CultureInfo.InvariantCulture), said, StringComparison.Ordinal);
    }

    [ProgramFact(OtherPrograms.Pspp)]
    public async Task ScriptInPspp_ComputesTheReportsMeansAgain()
    {
        var said = await OtherPrograms.RunAsync(_folder.FullName, OtherPrograms.Pspp, "-O", "format=csv", "read.sps");

        var results = (await site.ReadAsync(2020)).Results;
        foreach (var area in results.Areas)
        {
            var line = said.Split('\n').Single(line => line.StartsWith("area_" + area.Area.Code + ",", StringComparison.Ordinal)).Split(',');
            Assert.Equal(area.Current.Value!.N.ToString(CultureInfo.InvariantCulture), line[1]);
            Assert.Equal(area.Current.Value.Mean!.Value.Value, double.Parse(line[2], CultureInfo.InvariantCulture), 0.005);
        }
    }

    [Fact]
    public async Task Parquet_ReadByDuckDb_IsTheAnswersOneByOne()
    {
        var values = (await ReportAsync()).Answers!.Values;
        await using var duck = new DuckDBConnection("DataSource=:memory:");
        await duck.OpenAsync();
        await using var command = duck.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet('{Path.Combine(_folder.FullName, "answers.parquet")}')";
        await using var reader = await command.ExecuteReaderAsync();

        Assert.Equal(values.Columns, Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        foreach (var row in values.Rows)
        {
            Assert.True(await reader.ReadAsync());
            for (var column = 0; column < values.Columns.Length; column++)
            {
                Assert.Equal(values.Read(row, column), await reader.IsDBNullAsync(column) ? double.NaN : Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture));
            }
        }

        Assert.False(await reader.ReadAsync());
    }

    [Fact]
    public async Task Csv_HasTheAnswersAndTheThreeKindsOfMissing()
    {
        var values = (await ReportAsync()).Answers!.Values;
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder.FullName, "answers.csv"));

        Assert.Equal(values.Columns, lines[0].Split(','));
        Assert.Equal(
            values.Rows.Select(row => string.Join(',', Enumerable.Range(0, values.Columns.Length).Select(column => values.Read(row, column) is var value && double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture)))),
            lines.Skip(1));
        // Nobody who was not in contact by telephone was asked about it.
        var phone = values.Columns.IndexOf("PHO_REACH");
        Assert.Contains(lines.Skip(1), line => line.Split(',')[phone] == "-2");
    }

    [Fact]
    public async Task Manifest_CountsTheRows_AndHasTheChecksumOfEveryOtherFile()
    {
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "manifest.json")));

        Assert.Equal(1025, manifest.RootElement.GetProperty("rows").GetInt32());
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            _folder.GetFiles().Select(file => file.Name).Where(name => name != "manifest.json").Order(StringComparer.Ordinal),
            files.Select(file => file.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, file.GetProperty("name").GetString()!));
            Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()));
        }
    }

    [Fact]
    public async Task Ddi_DescribesEveryColumnWithItsQuestion()
    {
        var report = await ReportAsync();
        var ddi = XDocument.Load(Path.Combine(_folder.FullName, "ddi.xml"));
        XNamespace space = "ddi:codebook:2_5";

        Assert.Equal(report.Answers!.Values.Columns, ddi.Descendants(space + "var").Select(variable => variable.Attribute("name")!.Value));
        Assert.Equal(new ReportWords("fi")[ReportTexts.Unweighted], ddi.Descendants(space + "weight").Single().Value);
        Assert.Contains(report.Answers!.Variables[0].Label, ddi.Descendants(space + "labl").Select(label => label.Value));
        Assert.All(
            ddi.Descendants(space + "var").Where(variable => variable.Attribute("intrvl")!.Value == "discrete"),
            variable => Assert.Contains(variable.Elements(space + "catgry"), category => (string?)category.Attribute("missing") == "Y"));
    }

    private async Task<YearlyReport> ReportAsync() => (await site.Host.Services.GetRequiredService<BuildYearlyReport>().ExecuteAsync(
        Viewer.Operator, new(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, 2020, null, Population.Everybody, "fi"), CancellationToken.None)).Value;
}
