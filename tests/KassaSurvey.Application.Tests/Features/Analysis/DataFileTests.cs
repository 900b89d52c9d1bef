using System.Text;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Analysis;

public sealed class DataFileTests
{
    [Theory]
    [InlineData("id,OVERALL\na,6\nb,\nc,7.5\n")]
    [InlineData("\uFEFFid;OVERALL\r\na;6\r\n\r\nb;NA\r\nc; 7.5 \r\n")]
    [InlineData("id\tOVERALL\na\t6.0\nb\t.\nc\t75e-1")]
    public async Task Read_AnyDelimiterAndLineEnding_GivesTheSameColumns(string csv)
    {
        var file = (await ReadAsync(csv)).Value;

        Assert.Equal(["id", "OVERALL"], file.Columns);
        Assert.Equal(3, file.RowCount);
        Assert.Equal(["a", "b", "c"], file.Texts("ID"));
        Assert.Equal([6, double.NaN, 7.5], file.Numbers("overall"));
        Assert.Empty(file.NotNumbers("OVERALL"));
    }

    [Fact]
    public async Task Numbers_CellsThatAreNone_AreMissingAndListedWithTheirLines()
    {
        var file = (await ReadAsync("A;B\n1;\"two\nlines\"\n4,5;x\n\nseven;x\n8;x\n")).Value;

        Assert.Equal([1, double.NaN, double.NaN, 8], file.Numbers("A"));
        Assert.Equal(
            [(4, "4,5", "Imports.DecimalComma"), (6, "seven", "Imports.NotNumber")],
            file.NotNumbers("A").Select(issue => (issue.Line, issue.Value, issue.Reason.Code)));
        Assert.Equal([2, 4, 6, 7], Enumerable.Range(0, 4).Select(file.LineOf));
    }

    [Fact]
    public async Task Find_MistypedColumn_SuggestsTheNearest()
    {
        var file = (await ReadAsync("OVERALL,EFFORT\n1,2\n")).Value;

        Assert.Equal("EFFORT", file.Find("effort").Value);
        Assert.Equal(["Analysis.UnknownColumnNear(, EFORT, EFFORT)"], file.Find("EFORT").Errors.Select(error => error.ToString()));
        Assert.Equal(["Analysis.UnknownColumn(, age, OVERALL, EFFORT)"], file.Find("age").Errors.Select(error => error.ToString()));
        Assert.Throws<ArgumentException>(() => file.Numbers("age"));
    }

    [Theory]
    [InlineData("", "0:Imports.EmptyFile")]
    [InlineData("A,B\n", "0:Imports.NoRows")]
    [InlineData("A,B\n1,2\n1\n1,2,3\n", "3:Imports.TooFewFields 4:Imports.TooManyFields")]
    [InlineData("A,,a\n1,2,3\n", "1:Imports.EmptyHeader 1:Imports.DuplicateColumn")]
    [InlineData("A,B\n1,\"2\n", "2:Imports.UnterminatedQuote")]
    public async Task Read_BadFile_SaysWhereAndWhy(string csv, string expected)
    {
        var errors = (await ReadAsync(csv)).Errors;

        Assert.Equal(expected, string.Join(' ', errors.Select(error => (ImportIssue)error.Arguments[1]!).Select(issue => $"{issue.Line}:{issue.Reason.Code}")));
    }

    [Fact]
    public async Task Read_NotUtf8_IsRefusedAtItsLine()
    {
        using var content = new MemoryStream([.. "A\n1\n"u8, 0xE4, .. "\n"u8]);

        var error = Assert.Single((await DataFile.ReadAsync(content, CancellationToken.None)).Errors);

        Assert.Equal((3, "Imports.NotUtf8"), (((ImportIssue)error.Arguments[1]!).Line, ((ImportIssue)error.Arguments[1]!).Reason.Code));
    }

    [Fact]
    public async Task Read_HopelessFile_NamesTheFirstTwentyRowsOnly()
    {
        var errors = (await ReadAsync("A,B\n" + string.Concat(Enumerable.Repeat("1\n", 1000)))).Errors;

        Assert.Equal(DataFile.LongestList, errors.Count);
    }

    private static async Task<Result<DataFile>> ReadAsync(string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await DataFile.ReadAsync(content, CancellationToken.None);
    }
}
