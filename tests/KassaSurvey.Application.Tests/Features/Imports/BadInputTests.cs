using System.Globalization;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed class BadInputTests
{
    private const string Heading = "response_id,completed_on,language,mode,weight,segment:region,MATTER,CHANNELS,HAN_SPEED,DEV_AREA,OPEN_DEV,EFFORT,WAIT,HELPED\n";

    private static readonly string[] Columns = Heading.TrimEnd().Split(',');

    public static TheoryData<string, string, string> BadCells => new()
    {
        { "response_id", "", "MissingId" },
        { "response_id", new string('x', 65), "IdTooLong" },
        { "response_id", "Matti Meikäläinen", "BadId" },
        { "response_id", "FIRST", "DuplicateId" },
        { "completed_on", "31.5.2020", "BadDate" },
        { "completed_on", "2020-02-30", "BadDate" },
        { "completed_on", "2021-03-17", "DateInFuture" },
        { "completed_on", "0202-05-31", "DateTooEarly" },
        { "language", "no", "UnknownLanguage" },
        { "mode", "fax", "UnknownMode" },
        { "weight", "0", "BadWeight" },
        { "weight", "-1.5", "BadWeight" },
        { "weight", "heavy", "NotNumber" },
        { "weight", "NaN", "NotNumber" },
        { "weight", "1e999", "NotNumber" },
        { "weight", "1,5", "DecimalComma" },
        { "segment:region", new string('x', 65), "SegmentTooLong" },
        { "MATTER", "BENEFITS", "UnknownOption" },
        { "MATTER", ".", "CantSayNotOffered" },
        { "CHANNELS", "PHONE|FAX", "UnknownOption" },
        { "CHANNELS", "PHONE|", "UnknownOption" },
        { "CHANNELS", "NONE|PHONE", "ExclusiveOption" },
        { "DEV_AREA", "PHONE|INFO|STAFF", "TooManyChoices" },
        { "HAN_SPEED", "0", "OutOfScale" },
        { "HAN_SPEED", "8", "OutOfScale" },
        { "HAN_SPEED", "98", "OutOfScale" },
        { "HAN_SPEED", "99999999999", "NotWholeNumber" },
        { "HAN_SPEED", "4.5", "NotWholeNumber" },
        { "HAN_SPEED", "4,5", "DecimalComma" },
        { "HAN_SPEED", "good", "NotWholeNumber" },
        { "OPEN_DEV", new string('x', 2001), "TextTooLong" },
        { "WAIT", "soon", "NotNumber" },
        { "HELPED", "maybe", "NotYesNo" },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public async Task Import_BadCell_IsListedWithLineColumnValueAndReason(string column, string value, string reason)
    {
        await using var bench = await BenchAsync();

        var report = await bench.ImportAsync(Heading + Row("response_id", "first") + Row(column, value, "second"), Open);

        var issue = Assert.Single(report.Issues.Listed);
        Assert.Equal((3, column, $"Imports.{reason}"), (issue.Line, issue.Column, issue.Reason.Code));
        Assert.StartsWith(value.Length > 60 ? value[..60] : value, issue.Value, StringComparison.Ordinal);
        Assert.Equal((ImportOutcome.Refused, 2, 1, 1), (report.Outcome, report.Rows, report.NewRows, report.BadRows));
    }

    [Theory]
    [InlineData("", 0, "EmptyFile")]
    [InlineData("\n\r\n", 0, "EmptyFile")]
    [InlineData("OVERALL\n", 0, "NoRows")]
    [InlineData("OVERALL,EFFORT\n5,6\n5\n", 3, "TooFewFields")]
    [InlineData("OVERALL,EFFORT\n5,6\n5,6,7\n", 3, "TooManyFields")]
    [InlineData("OVERALL,\n5,6\n", 1, "EmptyHeader")]
    [InlineData("OVERALL,overall\n5,6\n", 1, "DuplicateColumn")]
    [InlineData("OVERALL,AGE\n5,young\n", 1, "UnknownColumn")]
    [InlineData("OVERALL,EFORT\n5,x\n", 1, "UnknownColumnNear")]
    [InlineData("response_id\na\n", 1, "NoQuestionColumn")]
    [InlineData("OVERALL,segment:\n5,a\n", 1, "BadSegmentName")]
    [InlineData("OVERALL,segment:home town\n5,a\n", 1, "BadSegmentName")]
    [InlineData("OVERALL,OPEN_DEV\n5,a\n6,\"b\n7,c\n", 3, "UnterminatedQuote")]
    [InlineData("OVERALL,OPEN_DEV\n5,\"a\n\n\"\n6,\"b\"c\n", 5, "MisplacedQuote")]
    public async Task Import_BadFile_SaysWhereAndWhy(string csv, int line, string reason)
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync(csv);

        var issue = Assert.Single(report.Issues.Listed);
        Assert.Equal((ImportOutcome.Refused, line, $"Imports.{reason}"), (report.Outcome, issue.Line, issue.Reason.Code));
    }

    [Fact]
    public async Task Import_MistypedColumn_SuggestsTheNearestCode()
    {
        await using var bench = await BenchAsync();

        var report = await bench.ImportAsync("HAN_SPED,completedon\n5,2020-01-01\n", Open);

        Assert.Equal(["HAN_SPEED", "completed_on"], report.Issues.Listed.Select(issue => issue.Reason.Arguments is [var near, ..] ? near : null).Take(2));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'O', 0xE5, (byte)'\n' }, 1)]
    [InlineData(new byte[] { (byte)'a', (byte)'\r', (byte)'\n', (byte)'b', (byte)'\n', 0xC3 }, 3)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'O', 0 }, 1)]
    [InlineData(new byte[] { (byte)'O', 0, (byte)'V', 0 }, 1)]
    public async Task Import_OtherEncoding_IsRefusedAtItsLine(byte[] content, int line)
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = (await bench.TryImportAsync(new MemoryStream(content))).Value;

        Assert.Equal([ImportIssue.Of(line, ImportErrors.NotUtf8())], report.Issues.Listed);
    }

    [Fact]
    public async Task Import_LineWithoutEnd_IsRefused()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("OVERALL,OPEN_DEV\n5,a\n5," + new string('x', CsvSourceLimit) + "\n");
        var quoted = await bench.ImportAsync("OVERALL,OPEN_DEV\n5,\"a\n" + string.Concat(Enumerable.Repeat("5,b\n", CsvSourceLimit / 3)));

        Assert.Equal([ImportIssue.Of(3, ImportErrors.LineTooLong(CsvSourceLimit))], report.Issues.Listed);
        Assert.Equal([ImportIssue.Of(2, ImportErrors.UnterminatedQuote())], quoted.Issues.Listed);
    }

    [Fact]
    public async Task Import_SegmentWithManyCategories_IsBadFromThe256th()
    {
        await using var bench = await ImportBench.CreateAsync();
        var rows = Enumerable.Range(0, 300).Select(i => $"c{i % 257},5\n");

        var report = await bench.ImportAsync(
            "segment:town,OVERALL\n" + string.Concat(rows), ImportBench.Creating() with { BadRows = BadRows.TakeGoodRows });
        var later = await bench.ImportAsync("segment:town,OVERALL\nc1,5\nnew,5\n", ImportBench.Creating() with { DryRun = true });

        Assert.Equal([("c255", 257), ("c256", 258)], report.Issues.Listed.Select(issue => (issue.Value, issue.Line)));
        Assert.All(report.Issues.Listed, issue => Assert.Equal(ImportErrors.TooManyCategories(255), issue.Reason));
        Assert.Equal("new", Assert.Single(later.Issues.Listed).Value);
    }

    [Fact]
    public async Task Import_RowWithSeveralErrors_ListsThemAllAndCountsOneRow()
    {
        await using var bench = await BenchAsync();

        var report = await bench.ImportAsync("language,mode,HAN_SPEED,EFFORT\nxx,fax,9,high\n", Open);

        Assert.Equal(["language", "mode", "HAN_SPEED", "EFFORT"], report.Issues.Listed.Select(issue => issue.Column));
        Assert.Equal((1, 1), (report.Rows, report.BadRows));
    }

    [Fact]
    public async Task Import_HopelessFile_CountsEveryIssueAndListsTheFirstThousand()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("OVERALL\n" + string.Concat(Enumerable.Repeat("9\n", 5000)));

        Assert.Equal((5000, 1000, 5000), (report.Issues.Count, report.Issues.Listed.Count, report.BadRows));
        Assert.Equal(1001, report.Issues.Listed[^1].Line);
    }

    [Fact]
    public async Task Import_BadHeading_StopsEvenWhenBadRowsAreSkipped()
    {
        await using var bench = await BenchAsync();

        var report = await bench.ImportAsync("OVERALL,NONSENSE\n5,x\n9,y\n", Open with { BadRows = BadRows.TakeGoodRows });

        Assert.Equal((ImportOutcome.Refused, 2), (report.Outcome, report.Issues.Count));
    }

    [Theory]
    [InlineData("en", "line 3, column HAN_SPEED, value \"9\": The scale goes from 1 to 7.")]
    [InlineData("fi", "rivi 3, sarake HAN_SPEED, arvo \"9\": Asteikko on 1–7.")]
    [InlineData("sv", "rad 3, kolumn HAN_SPEED, värde \"9\": Skalan går från 1 till 7.")]
    [InlineData("da", "linje 3, kolonne HAN_SPEED, værdi \"9\": Skalaen går fra 1 til 7.")]
    public void Issue_InEachLanguage_IsOneSentence(string language, string sentence)
    {
        var issue = ImportIssue.Of(3, "HAN_SPEED", "9", ImportErrors.OutOfScale(1, 7));

        Assert.Equal(sentence, ImportIssueText.Of(issue, CultureInfo.GetCultureInfo(language)));
    }

    [Fact]
    public void Errors_InEveryLanguage_HaveASentenceThatTakesTheirArguments()
    {
        var errors = typeof(ImportErrors).GetMethods().Where(method => method.ReturnType == typeof(Error)).Select(method =>
            (Error)method.Invoke(null, [.. method.GetParameters().Select(parameter =>
                parameter.ParameterType == typeof(string) ? "argument" : Convert.ChangeType(77, parameter.ParameterType, CultureInfo.InvariantCulture))])!);

        foreach (var error in errors.Concat([AccessErrors.NotAllowed, WaveErrors.FundNotFound("argument"), WaveErrors.YearNotFound("argument", 77)]))
        {
            foreach (var language in Languages.All)
            {
                var sentence = ImportIssueText.Of(error, CultureInfo.GetCultureInfo(language));
                Assert.DoesNotContain('{', sentence);
                Assert.All(error.Arguments, argument => Assert.Contains(Convert.ToString(argument, CultureInfo.InvariantCulture)!, sentence, StringComparison.Ordinal));
            }
        }
    }

    private const int CsvSourceLimit = 1 << 20;

    private static ImportResponses.Command Open => ImportBench.Creating(2021) with { Create = false };

    /// <summary>A survey in the field with the built-in questions, a number and a yes-or-no.</summary>
    private static async Task<ImportBench> BenchAsync()
    {
        var bench = await ImportBench.CreateAsync();
        var survey = await TestSurvey.AddAsync(bench.Database, ImportBench.Fund, ImportBench.Survey);
        QuestionContent[] own =
        [
            new("WAIT", QuestionKind.Number, LocalizedText.Same("Days")), new("HELPED", QuestionKind.YesNo, LocalizedText.Same("Helped?")),
        ];
        await survey.AddOpenWaveAsync(
            2021, new(2021, 3, 1), new(2021, 4, 1), [.. BuiltInQuestionnaire.Questions, .. own]);
        return bench;
    }

    private static string Row(string column, string value, string id = "")
    {
        var cells = Columns.Select(name => name == column ? value : name == "response_id" ? id : name == "EFFORT" ? "5" : "");
        return string.Join(',', cells.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)) + "\n";
    }
}
