using System.Collections.Immutable;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Reports;

public sealed class YearlyReportBuilderTests
{
    private static readonly DateOnly Today = new(2020, 11, 22);

    [Fact]
    public void Report_OfAYear_CarriesTheFiguresUnrounded()
    {
        var survey = new ReportedYear().Build();
        var report = YearlyReportBuilder.Of(survey, ReportText.Of(survey, "fi"), "fi", Today, null);
        var overall = report.Questions.Rows.Single(row => row.Contains(ReportCell.Of("OVERALL")));

        Assert.Contains(overall, cell => cell is ReportCell.Number { Value: 6.23, Decimals: 2 });
        Assert.Contains(overall, cell => cell is ReportCell.Number { Style: NumberStyle.Signed } change && change.Value == survey.Results.Overall!.Change!.Delta);
        Assert.Contains(ReportCell.Of("parani"), overall);
    }

    [Theory]
    [InlineData("INF_FIND")]
    [InlineData("DEV_AREA")]
    public void Report_OfAHiddenQuestion_HasNoNumberOfThisYear(string code)
    {
        var survey = new ReportedYear { Suppressed = code }.Build();
        var report = YearlyReportBuilder.Of(survey, ReportText.Of(survey, "en"), "en", Today, null);
        var columns = report.Results.Columns.Select(column => column.Key).ToList();
        var rows = report.Results.Rows.Where(row => row.Contains(ReportCell.Of(code))).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(
            row.Where((_, place) => !columns[place].StartsWith("compared", StringComparison.Ordinal)), cell => cell is ReportCell.Number or ReportCell.Interval));
        Assert.All(rows, row => Assert.Contains(ReportCell.Of("hidden: too few answers"), row));
    }

    [Fact]
    public void Footer_OfAPart_NamesItsConditionsAndTheRules()
    {
        var survey = new ReportedYear { Population = Population.Everybody.With("region", "Lappi") }.Build();
        var report = YearlyReportBuilder.Of(survey, ReportText.Of(survey, "en"), "en", Today, null);

        var footer = string.Join('|', report.Footer);
        Assert.Contains("region: Lappi", footer, StringComparison.Ordinal);
        Assert.Contains("n\u00a0=\u00a01,025", footer, StringComparison.Ordinal);
        Assert.Contains("fewer than 5", footer, StringComparison.Ordinal);
        Assert.Contains("not weighted", footer, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_OfAPopulation_AreItsRowsWithMissingKeptApart()
    {
        var columns = new ResponseColumns
        {
            Count = 3,
            DataVersion = "v1",
            Codes = ImmutableSortedDictionary<string, byte[]>.Empty.Add("OVERALL", [7, MissingCode.CantSay, MissingCode.LeftEmpty]),
            Choices = ImmutableSortedDictionary<string, int[]>.Empty.Add("CHANNELS", [0b101, MissingCode.AsChoices(MissingCode.NotAsked), 0b10]),
            Numbers = ImmutableSortedDictionary<string, double[]>.Empty,
            Segments = ImmutableSortedDictionary<string, SegmentColumn>.Empty.Add("region", new([0, 0, 1], ["Lappi", "Uusimaa"])),
            Weights = [],
        };
        var results = new ReportedYear().Build().Results;
        Question[] questions = [results.Find("OVERALL")!.Question, results.Find("CHANNELS")!.Question];

        var values = ResponseValues.Of(questions, columns, Population.Everybody.With("region", "Lappi"));

        Assert.Equal(["OVERALL", .. questions[1].Options.Select(option => "CHANNELS." + option.Code)], values.Columns.AsEnumerable());
        Assert.Equal([0, 1], values.Rows);
        Assert.Equal([7, 1, 0, 1, 0], Enumerable.Range(0, 5).Select(column => values.Read(0, column)));
        Assert.Equal(ResponseValues.CantSay, values.Read(1, 0));
        Assert.Equal(ResponseValues.NotAsked, values.Read(1, 1));
    }
}
