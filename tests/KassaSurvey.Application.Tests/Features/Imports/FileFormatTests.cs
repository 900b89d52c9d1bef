using System.Text;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Tests.Features.Imports;

public sealed class FileFormatTests
{
    [Theory]
    [InlineData(",", "\n", false)]
    [InlineData(";", "\r\n", true)]
    [InlineData("\t", "\r", false)]
    [InlineData(";", "\n", false)]
    public async Task Import_AnySeparatorLineBreakAndMark_ReadsTheSame(string separator, string lineBreak, bool mark)
    {
        await using var bench = await ImportBench.CreateAsync();
        string[] lines = ["\"response_id\"@overall@OPEN_DEV", "a@7@\"Ja, helt; \"\"bra\"\"\"", "b@.@"];
        var csv = string.Join(lineBreak, lines).Replace("@", separator, StringComparison.Ordinal);

        var report = await bench.ImportAsync((mark ? "\uFEFF" : "") + csv);

        Assert.Equal((ImportOutcome.Imported, 2), (report.Outcome, report.NewRows));
        var stored = await bench.StoredAsync();
        Assert.Equal(AnswerValue.OfText("Ja, helt; \"bra\""), stored["a"].Answers["OPEN_DEV"]);
        Assert.Equal(AnswerValue.CantSay, stored["b"].Answers["OVERALL"]);
    }

    [Fact]
    public async Task Import_SeparatorsInsideAQuotedHeading_DoNotDecide()
    {
        await using var bench = await ImportBench.CreateAsync();

        var report = await bench.ImportAsync("\"a;b;c;d\",OVERALL\nx,5\n");

        Assert.Equal(("a;b;c;d", "Imports.UnknownColumn"), (report.Issues.Listed[0].Column, report.Issues.Listed[0].Reason.Code));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Import_QuotedLineBreaksAndBlankLines_KeepTheLineNumbersOfTheFile(string lineBreak)
    {
        await using var bench = await ImportBench.CreateAsync();
        string[] lines = ["", "OVERALL,OPEN_DEV", "5,\"first", "second", "", "third\"", "", " , ", "9,late", "5,\"a", "b\"", "9,later"];

        var report = await bench.ImportAsync(string.Join(lineBreak, lines));

        Assert.Equal([9, 12], report.Issues.Listed.Select(issue => issue.Line));
        Assert.Equal((4, 2), (report.Rows, report.BadRows));
    }

    [Theory]
    [InlineData("7.0", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("+3", 3)]
    public async Task Import_WholeNumberInOtherClothes_IsRead(string cell, int value)
    {
        await using var bench = await ImportBench.CreateAsync();

        await bench.ImportAsync($"response_id,OVERALL\na,{cell}\n");

        Assert.Equal(AnswerValue.Of(value), (await bench.StoredAsync())["a"].Answers["OVERALL"]);
    }

    [Fact]
    public async Task Import_CantSayOption_IsStoredAsCantSay()
    {
        await using var bench = await ImportBench.CreateAsync();

        await bench.ImportAsync("response_id,PHO_SOLVED\na,CANTSAY\nb,.\nc,first\n");

        var stored = await bench.StoredAsync();
        Assert.Equal(AnswerValue.CantSay, stored["a"].Answers["PHO_SOLVED"]);
        Assert.Equal(AnswerValue.CantSay, stored["b"].Answers["PHO_SOLVED"]);
        Assert.Equal(AnswerValue.Of(1), stored["c"].Answers["PHO_SOLVED"]);
    }

    [Theory]
    [InlineData("MATTER,CHANNELS,PHO_REACH\nNONE,,\n", "MATTER")]
    [InlineData("MATTER,CHANNELS,PHO_REACH\nADVICE,CHAT,\n", "CHANNELS,MATTER")]
    [InlineData("MATTER,CHANNELS,PHO_REACH\nADVICE,PHONE,\n", "CHANNELS,MATTER,PHO_REACH")]
    [InlineData("MATTER,CHANNELS,PHO_REACH\n,,\n,,5\n", "CHANNELS,MATTER,PHO_REACH")]
    [InlineData("MATTER,PHO_REACH\nADVICE,\n", "MATTER,PHO_REACH")]
    public async Task Import_EmptyCell_IsLeftEmptyOnlyWhereTheQuestionWasShown(string csv, string answered)
    {
        await using var bench = await ImportBench.CreateAsync();

        await bench.ImportAsync(csv);

        var stored = Assert.Single(await bench.StoredAsync());
        Assert.Equal(answered, string.Join(',', stored.Value.Answers.Keys.Order()));
    }

    [Fact]
    public async Task Import_ConditionsQuestionNotInTheFile_MeansNotAsked()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync("response_id,CHANNELS,PHO_REACH\na,PHONE,5\n");

        await bench.ImportAsync("response_id,OVERALL,PHO_REACH\nb,5,\n");

        Assert.Equal(["OVERALL"], (await bench.StoredAsync())["b"].Answers.Keys);
    }

    [Fact]
    public async Task Import_LongFile_NeedsNoMoreMemoryThanAShortOne()
    {
        await using var bench = await ImportBench.CreateAsync();

        var small = await PeakAsync(bench, 10_000, 2019);
        var large = await PeakAsync(bench, 100_000, 2020);

        Assert.InRange(large, 0, small + (24L << 20));
    }

    /// <summary>The most memory in use at any report of progress, above what was in use before; the sealing at the end is not part of it.</summary>
    private static async Task<long> PeakAsync(ImportBench bench, int rows, int year)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = new StreamWriter(path, append: false, Encoding.UTF8))
            {
                await file.WriteLineAsync("response_id;completed_on;segment:age;OVERALL;EFFORT;IMG_TRUST;LOY_RECOMMEND;DEV_AREA;OPEN_DEV");
                for (var i = 0; i < rows; i++)
                {
                    await file.WriteLineAsync($"r{i};2020-05-0{i % 9 + 1};{i % 5 * 10}-;{i % 7 + 1};{i % 7 + 1};.;{i % 11};PHONE|INFO;Comment number {i}");
                }
            }

            var before = GC.GetTotalMemory(forceFullCollection: true);
            var probe = new Probe();
            await using var content = File.OpenRead(path);
            var result = await bench.UseCase.ExecuteAsync(
                Domain.Organisation.Viewer.Operator, ImportBench.Creating(year), content, probe, CancellationToken.None);
            Assert.Equal((ImportOutcome.Imported, rows), (result.Value.Outcome, result.Value.NewRows));
            return probe.Peak - before;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Probe : IProgress<ImportProgress>
    {
        private int _reports;

        public long Peak { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Phase != ImportPhase.Reading && _reports++ % 10 == 0)
            {
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
