using System.Globalization;
using System.Net;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The answers as an SPSS file, read back by another program: value for value, with the names of everything.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class SpssFileTests(DemonstrationSite site) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kassa-sav-");

    [ProgramFact(OtherPrograms.Pspp)]
    public async Task Values_ReadByPspp_AreTheAnswersOneByOne()
    {
        var report = await ReportAsync();
        var values = report.Answers!.Values;
        var file = await DownloadAsync();

        await OtherPrograms.RunAsync(null, "pspp-convert", file, file + ".csv");

        var lines = await File.ReadAllLinesAsync(file + ".csv");
        Assert.Equal(values.Columns, lines[0].Split(','));
        var rows = values.Rows.ToList();
        Assert.Equal(rows.Count, lines.Length - 1);
        Assert.Equal(1025, rows.Count);
        foreach (var (row, line) in rows.Zip(lines.Skip(1)))
        {
            var cells = line.Split(',');
            for (var column = 0; column < values.Columns.Length; column++)
            {
                var expected = values.Read(row, column);
                var read = cells[column].Trim() is "" or "." ? double.NaN : double.Parse(cells[column], CultureInfo.InvariantCulture);
                Assert.Equal(expected, read, 9);
            }
        }
    }

    [ProgramFact(OtherPrograms.Pspp)]
    public async Task Dictionary_ReadByPspp_HasTheNamesInTheChosenLanguage()
    {
        var file = await DownloadAsync();
        var syntax = file + ".sps";
        await File.WriteAllTextAsync(syntax, $"GET FILE='{file}'.\nDISPLAY DICTIONARY.\nDESCRIPTIVES OVERALL /STATISTICS=MEAN STDDEV.\n");

        await OtherPrograms.RunAsync(null, "pspp", "-o", file + ".said.csv", syntax);

        var said = await File.ReadAllTextAsync(file + ".said.csv");
        var overall = (await site.ReadAsync(2020)).Results.Overall!;
        Assert.Contains(overall.Question.Text.In("fi"), said, StringComparison.Ordinal);
        Assert.Contains("Ei osaa sanoa", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ordinal", said, StringComparison.Ordinal);
        Assert.Contains("Nominal", said, StringComparison.Ordinal);
        // Who could not say is missing to the program that reads it: n and mean are the report's.
        var described = said.Split('\n').Last(line => line.StartsWith(overall.Question.Text.In("fi"), StringComparison.Ordinal) || line.StartsWith("OVERALL", StringComparison.Ordinal));
        Assert.Contains(overall.Current.Value!.N.ToString(CultureInfo.InvariantCulture), described, StringComparison.Ordinal);
        Assert.Contains(overall.Current.Value.Mean!.Value.Value.ToString("0.00", CultureInfo.InvariantCulture), described, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<YearlyReport> ReportAsync() => (await site.Host.Services.GetRequiredService<BuildYearlyReport>().ExecuteAsync(
        Viewer.Operator, new(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, 2020, null, Population.Everybody, "fi"), CancellationToken.None)).Value;

    private async Task<string> DownloadAsync()
    {
        var answer = await site.ExportAsync(new() { Content = ExportContent.Answers, Years = [2020], Format = "sav", Language = "fi" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var file = Path.Combine(_folder.FullName, "answers.sav");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }
}
