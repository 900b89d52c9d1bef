using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Exporting;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Sylvan.Data.Csv;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>Files of the demonstration fund, asked for as an analyst asks, downloaded, and held against what the fund knows.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class ExportFilesTests(DemonstrationSite site) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kassa-export-");

    [Fact]
    public async Task Csv_OfTwoYearsWithWords_IsTheAnswersOfBoth_BelowEachOther()
    {
        var rows = await CsvAsync(Answers("csv", 2019, 2020) with { Form = ValueForm.Both, Language = "fi" });

        foreach (var year in new[] { 2019, 2020 })
        {
            var source = await SourceAsync(year);
            var exported = rows.Where(row => row["year"] == Text(year)).ToList();
            Assert.Equal(source.Values.RowCount, exported.Count);
            foreach (var (row, cells) in source.Values.Rows.Zip(exported))
            {
                for (var column = 0; column < source.Variables.Length; column++)
                {
                    var (variable, value) = (source.Variables[column], source.Values.Read(row, column));
                    Assert.Equal(double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture), cells[variable.Name]);
                    var word = source.NamesOf(variable).FirstOrDefault(name => name.Value.Equals(value))?.Label;
                    Assert.True(word is null || cells[variable.Name + "_label"] == word, $"{variable.Name}: {cells[variable.Name + "_label"]}");
                }
            }
        }
    }

    [Fact]
    public async Task Csv_WithoutReasons_LeavesCellsEmpty()
    {
        var told = await CsvAsync(Answers("csv", 2020));
        var empty = await CsvAsync(Answers("csv", 2020) with { TellsMissing = false });

        Assert.Contains(told, row => row.ContainsValue("-1"));
        Assert.DoesNotContain(empty, row => row.ContainsValue("-1") || row.ContainsValue("-2"));
        Assert.Equal(told.Select(row => row["OVERALL"] is "-1" or "-2" ? "" : row["OVERALL"]), empty.Select(row => row["OVERALL"]));
    }

    [Fact]
    public async Task Segments_AreTold_AndNoCombinationIsRare()
    {
        var rows = await CsvAsync(Answers("csv", 2020) with { Segments = ["age", "benefit", "region"], Form = ValueForm.Labels });

        var known = rows.Select(row => string.Join('|', row["segment_age"], row["segment_benefit"], row["segment_region"])).ToList();
        Assert.All(known.CountBy(combination => combination), combination => Assert.True(combination.Value >= 5, combination.Key));
        Assert.Contains("Uusimaa", rows.Select(row => row["segment_region"]));
        Assert.True(known.Distinct().Count() > 10);
    }

    [ProgramFact(OtherPrograms.Haven)]
    public async Task Spss_OfThreeYears_ReadByHaven_HasTheRowsTheLabelsAndTheMeans()
    {
        await SaveAsync(Answers("sav", 2018, 2019, 2020) with { Language = "sv" }, "answers.sav");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "read.R"), """
            library(haven)
            x <- read_sav("answers.sav")
            for (y in c(2018, 2019, 2020)) cat(sprintf("%d %d %.9f\n", y, sum(x$year == y), mean(zap_labels(x$OVERALL[x$year == y]), na.rm = TRUE)))
            cat(attr(x$OVERALL, "label"), "\n")
            cat(paste(names(attr(x$MATTER, "labels")), collapse = "|"), "\n")
            write.csv(lapply(read_sav("answers.sav", user_na = TRUE), function(v) as.numeric(unclass(v))), "haven.csv", row.names = FALSE, na = "")
            """);

        var said = await OtherPrograms.RunAsync(_folder.FullName, OtherPrograms.R, "read.R");

        foreach (var year in new[] { 2018, 2019, 2020 })
        {
            var results = (await site.ReadAsync(year)).Results;
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{year} {results.Responses} {results.Overall!.Current.Value!.Mean!.Value.Value:0.000000000}"), said, StringComparison.Ordinal);
        }

        var source = await SourceAsync(2020, "sv");
        Assert.Contains(source.Variables.Single(variable => variable.Name == "OVERALL").Label, said, StringComparison.Ordinal);
        Assert.Contains(source.Variables.Single(variable => variable.Name == "MATTER").Values[0].Label, said, StringComparison.Ordinal);
        // Value for value, with the reasons why there is none.
        var read = Rows(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "haven.csv"))).Where(row => row["year"] == "2020").ToList();
        foreach (var (row, cells) in source.Values.Rows.Zip(read))
        {
            Assert.All(source.Variables, variable => Assert.Equal(
                source.Values.Read(row, source.Variables.IndexOf(variable)),
                cells[variable.Name] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN));
        }
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2019, 2020)]
    public async Task Excel_IsValid_AndItsCellsAreTheAnswers(params int[] years)
    {
        var bytes = await (await site.ExportAsync(Answers("xlsx", years) with { Form = ValueForm.Both, Segments = ["region"] })).Content.ReadAsByteArrayAsync();

        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file).Select(problem => problem.Description));
        var workbook = file.WorkbookPart!;
        var words = workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var sheet = ((WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == "Values").Id!)).Worksheet!;
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToDictionary(
            cell => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()),
            cell => cell.DataType?.Value == CellValues.SharedString ? words[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? cell.InnerText)).ToList();
        var columns = rows[0].ToDictionary(heading => heading.Value, heading => heading.Key);
        var exported = rows.Skip(1).TakeLast((int)(await site.ReadAsync(2020)).Results.Responses!.Value).ToList();
        var source = await SourceAsync(2020, "en");
        Assert.Equal(source.Values.RowCount, exported.Count);
        foreach (var (row, cells) in source.Values.Rows.Zip(exported))
        {
            foreach (var (variable, column) in source.Variables.Select((variable, column) => (variable, column)))
            {
                var value = source.Values.Read(row, column);
                Assert.Equal(double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture), cells.GetValueOrDefault(columns[variable.Name]));
                if (source.NamesOf(variable).FirstOrDefault(name => name.Value.Equals(value)) is { } word)
                {
                    Assert.Equal(word.Label, cells[columns[variable.Name + "_label"]]);
                }
            }
        }
    }

    [Fact]
    public async Task Figures_SideBySide_AreEachYearsOwn_AndHiddenOnesAreHidden()
    {
        var rows = await CsvAsync(new() { Content = ExportContent.Figures, Years = [2018, 2019, 2020], Format = "csv", Language = "en", Layout = YearLayout.Wide }, "results.csv");

        foreach (var year in new[] { 2018, 2019, 2020 })
        {
            var results = (await site.ReadAsync(year)).Results;
            foreach (var question in results.Questions.Where(question => !question.Question.IsChoice && question.Question.Scale is not null))
            {
                var row = rows.Single(row => row["kind"] == "question" && row["code"] == question.Question.Code);
                Assert.Equal(question.Current.Value?.Mean?.Value.ToString("R", CultureInfo.InvariantCulture) ?? "", row[$"mean_{year}"]);
                Assert.Equal(question.Current.Value?.N.ToString(CultureInfo.InvariantCulture) ?? "", row[$"n_{year}"]);
            }
        }
    }

    [Fact]
    public async Task Comments_AreInAlphabeticalOrder_OfQuestionsWithTenOrMore()
    {
        var choices = new ExportChoices { Content = ExportContent.Comments, Years = [2019, 2020], Format = "csv", Language = "en" };
        var reader = await site.ViewerAsync(Role.Analyst, Role.CommentReader);

        var rows = await CsvAsync(choices, "comments.csv", reader);

        Assert.All(rows.GroupBy(row => (row["year"], row["code"])), question => Assert.True(question.Count() >= 10));
        Assert.Equal(["year", "code", "question", "comment"], rows[0].Keys);
        var refused = await site.Host.Services.GetRequiredService<RequestExport>().ExecuteAsync(
            await site.ViewerAsync(Role.Analyst), CreateDemonstration.SurveyKey, choices, CancellationToken.None);
        Assert.Equal("Access.NotAllowed", refused.Errors[0].Code);
    }

    [Fact]
    public async Task Download_ThatBrokeOff_GoesOnWhereItStopped()
    {
        var whole = await site.ExportAsync(Answers("xlsx", 2020));
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var rest = new HttpRequestMessage(HttpMethod.Get, whole.RequestMessage!.RequestUri) { Headers = { Range = new RangeHeaderValue(1000, null) } };

        var continued = await (await site.SignInAsync(Role.Analyst)).Client.SendAsync(rest);

        Assert.Equal(HttpStatusCode.PartialContent, continued.StatusCode);
        Assert.Equal(bytes.AsSpan(1000).ToArray(), await continued.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(Role.Analyst, "Answers", true)]
    [InlineData(Role.Manager, "Answers", false)]
    [InlineData(Role.Manager, "Figures", true)]
    public async Task Page_ByRole_OffersWhatMayBeTaken(string role, string content, bool isOffered)
    {
        var page = (await (await site.SignInAsync(role)).GetAsync("/exports?year=2020")).Document;

        var offered = page.QuerySelector("h1")!.TextContent == "Take data out"
            && (page.QuerySelectorAll("label").Any(label => label.TextContent.Trim().StartsWith(content, StringComparison.Ordinal))
                || (content == "Figures" && page.QuerySelector("input[name=export-layout]") is not null));
        Assert.Equal(isOffered, offered);
    }

    [Theory]
    [InlineData("/reports/sav?year=2020")]
    [InlineData("/reports/zip?year=2020")]
    public async Task Answers_AreNotGivenPastTheLog(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(Role.Analyst)).Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);

    public void Dispose() => _folder.Delete(recursive: true);

    private static ExportChoices Answers(string format, params int[] years) =>
        new() { Content = ExportContent.Answers, Years = [.. years], Format = format, Language = "en" };

    private async Task<AnswerSet> SourceAsync(int year, string language = "fi") => (await site.Host.Services.GetRequiredService<BuildYearlyReport>().ExecuteAsync(
        Viewer.Operator, new(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, year, null, Population.Everybody, language), CancellationToken.None)).Value.Answers!;

    private async Task SaveAsync(ExportChoices choices, string name)
    {
        var answer = await site.ExportAsync(choices);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, name), await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(ExportChoices choices, string name = "answers.csv", Viewer? asker = null)
    {
        using var zip = new ZipArchive(await (await site.ExportAsync(choices, asker)).Content.ReadAsStreamAsync());
        using var text = new StreamReader(zip.GetEntry(name)!.Open());
        return Rows(await text.ReadToEndAsync());
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv.TrimStart('\uFEFF')));
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(names.Select((name, i) => (name, Text: reader.GetString(i))).ToDictionary(cell => cell.name, cell => cell.Text));
        }

        return rows;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
