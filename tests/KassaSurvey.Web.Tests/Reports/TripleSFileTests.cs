using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Sylvan.Data.Csv;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>The Triple-S file, read by nothing but its own metadata, gives the answers back in words.</summary>
[Collection(DemonstrationSite.Name)]
public sealed class TripleSFileTests(DemonstrationSite site)
{
    [Fact]
    public async Task Answers_ReadByTheMetadata_AreTheSourcesInWords()
    {
        var (metadata, rows) = await ExportAsync(Answers(2020));
        var source = (await site.Host.Services.GetRequiredService<BuildYearlyReport>().ExecuteAsync(
            Viewer.Operator, new(CreateDemonstration.FundKey, CreateDemonstration.SurveyKey, 2020, null, Population.Everybody, "en"), CancellationToken.None)).Value.Answers!;
        var variables = metadata.Descendants("variable").ToList();

        Assert.Equal("2.0", (string?)metadata.Root!.Attribute("version"));
        Assert.Equal(source.Values.RowCount, rows.Count);
        Assert.Equal(Enumerable.Range(1, variables.Count), variables.Select(variable => (int)variable.Element("position")!.Attribute("start")!));
        foreach (var (row, fields) in source.Values.Rows.Zip(rows))
        {
            var read = variables.Select((variable, place) => (Name: variable.Element("name")!.Value, Said: Said(variable, fields[place])))
                .ToDictionary(field => field.Name, field => field.Said, StringComparer.Ordinal);
            foreach (var (name, said) in Expected(source, row))
            {
                Assert.Equal(said, read[name]);
            }
        }
    }

    [Fact]
    public async Task Metadata_NamesEveryStepOfAScale_TheReasonsAndTheChoices()
    {
        var (metadata, _) = await ExportAsync(Answers(2019, 2020) with { Language = "fi", Segments = ["region"] });

        var overall = Variable("OVERALL");
        Assert.Equal(("single", "1,2,3,4,5,6,7,98,99"), ((string?)overall.Attribute("type"), string.Join(',', overall.Descendants("value").Select(value => (string?)value.Attribute("code")))));
        var channels = Variable("CHANNELS");
        Assert.Equal("multiple", (string?)channels.Attribute("type"));
        Assert.Equal("1", (string?)channels.Descendants("value").First().Attribute("code"));
        Assert.Contains("Puhelimella", channels.Descendants("value").Select(value => value.Value));
        Assert.Equal("0", (string?)Variable("year").Descendants("range").Single().Attribute("from"));
        Assert.Equal("2020", (string?)Variable("year").Descendants("range").Single().Attribute("to"));
        Assert.Contains("Uusimaa", Variable("segment_region").Descendants("value").Select(value => value.Value));

        XElement Variable(string name) => metadata.Descendants("variable").Single(variable => variable.Element("name")!.Value == name);
    }

    [Fact]
    public async Task WithoutReasons_NoCodeStandsForThem()
    {
        var (metadata, rows) = await ExportAsync(Answers(2020) with { TellsMissing = false });

        Assert.DoesNotContain(metadata.Descendants("value"), value => (string?)value.Attribute("code") is "98" or "99");
        Assert.DoesNotContain(rows, row => row.Contains("98") || row.Contains("99"));
    }

    /// <summary>What a field says in the words of the metadata; a text of codes for choices, the number for amounts.</summary>
    private static string Said(XElement variable, string field)
    {
        var names = variable.Descendants("value").ToDictionary(value => (int)value.Attribute("code")!, value => value.Value);
        return field.Length == 0 ? ""
            : (string?)variable.Attribute("type") switch
            {
                "multiple" => string.Join('|', names.Where(name => field[name.Key - 1] == '1').Select(name => name.Value)),
                "single" => names[int.Parse(field, CultureInfo.InvariantCulture)],
                _ => field,
            };
    }

    private static IEnumerable<(string Name, string Said)> Expected(AnswerSet source, int row)
    {
        var columns = source.Variables.Select((variable, column) => (Variable: variable, Value: source.Values.Read(row, column))).ToList();
        foreach (var (variable, value) in columns.Where(column => column.Variable.ChoiceOf is null))
        {
            yield return (variable.Name, double.IsNaN(value) ? ""
                : source.NamesOf(variable).FirstOrDefault(name => name.Value.Equals(value))?.Label ?? value.ToString("R", CultureInfo.InvariantCulture));
        }

        foreach (var question in columns.Where(column => column.Variable.ChoiceOf is not null).GroupBy(column => column.Variable.ChoiceOf!.Code))
        {
            yield return (question.Key, question.First().Value switch
            {
                ResponseValues.CantSay => source.CantSay,
                ResponseValues.NotAsked => source.NotAsked,
                _ => string.Join('|', question.Where(column => column.Value.Equals(1)).Select(column => column.Variable.ChoiceOf!.Option)),
            });
        }
    }

    private static ExportChoices Answers(params int[] years) =>
        new() { Content = ExportContent.Answers, Years = [.. years], Format = "triples", Language = "en" };

    private async Task<(XDocument Metadata, List<string[]> Rows)> ExportAsync(ExportChoices choices)
    {
        using var zip = new ZipArchive(await (await site.ExportAsync(choices)).Content.ReadAsStreamAsync());
        using var metadata = zip.GetEntry("answers.sss")!.Open();
        var document = XDocument.Load(metadata);
        var record = document.Descendants("record").Single();
        Assert.Equal(("csv", "1"), ((string?)record.Attribute("format"), (string?)record.Attribute("skip")));
        using var text = new StreamReader(zip.GetEntry((string)record.Attribute("href")!)!.Open());
        using var reader = CsvDataReader.Create(text);
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return (document, rows);
    }
}
