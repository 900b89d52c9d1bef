using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Exports.Excel;

namespace KassaSurvey.Application.Tests.Features.Authoring;

public sealed class TranslationFileTests : IAsyncLifetime
{
    private static readonly TextKey Speed = TextKey.Of("HAN_SPEED", TextPart.Question);

    private AuthoringBench _bench = null!;

    public async Task InitializeAsync() => _bench = await AuthoringBench.CreateAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Export_ThenImportUnchanged_ChangesNothing()
    {
        var draft = await _bench.DraftAsync();
        var outcome = (await _bench.ImportAsync(draft, await _bench.ExportAsync(draft))).Value;

        Assert.Equal((0, 0), (outcome.Changed, outcome.Problems.Length));
        Assert.Equal(draft.Texts.Length * 3, outcome.Unchanged);
        Assert.Equal(draft.Revision, (await _bench.GetAsync(draft.WaveId)).Revision);
    }

    [Fact]
    public async Task Import_Translated_IsCurrentAgainAndCanBeUndone()
    {
        var draft = await _bench.EditAsync(await _bench.DraftAsync(), new DraftEdit.SetText(Speed, "fi", "Päätöksen saapumisen nopeus"));
        var sheet = Read(await _bench.ExportAsync(draft));
        Assert.Equal(["key", "place", "Suomi [fi]", "Svenska [sv]", "Dansk [da]", "English [en]", "to do"], sheet[0]);
        var row = Array.FindIndex(sheet, row => row[0] == "Question.HAN_SPEED");
        Assert.Equal(("4 · Hakemusten käsittely", "sv, da, en"), (sheet[row][1], sheet[row][6]));
        sheet[row][3] = "Hur snabbt beslutet kom";
        sheet[row][5] = "=HYPERLINK(\"x\")";

        var outcome = (await _bench.ImportAsync(draft, await WriteAsync(sheet))).Value;

        Assert.Equal((2, 0), (outcome.Changed, outcome.Problems.Length));
        draft = await _bench.GetAsync(draft.WaveId);
        var text = draft.Texts.Single(text => text.Key == Speed);
        Assert.Equal(
            "da:Stale en:Current fi:Current sv:Current", string.Join(' ', text.States.Select(state => $"{state.Key}:{state.Value}")));
        Assert.Equal(("Hur snabbt beslutet kom", "=HYPERLINK(\"x\")"), (text.Text.In("sv"), text.Text.In("en")));
        using var file = SpreadsheetDocument.Open(await _bench.ExportAsync(draft), false);
        Assert.Empty(file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());

        draft = (await _bench.UndoAsync(draft)).Value;
        Assert.Equal("Hur snabbt ansökan behandlades", draft.Texts.Single(text => text.Key == Speed).Text.In("sv"));
    }

    [Fact]
    public async Task Import_BadRows_AreListedAndTheGoodOnesGoOn()
    {
        var draft = await _bench.DraftAsync();
        string[][] sheet =
        [
            ["key", "fi", "sv", "da", "notes"],
            ["Question.NOWHERE", "", "Nej", "", ""],
            ["rubbish", "", "Nej", "", ""],
            ["Question.OVERALL", "Joku muu teksti", "Ett nytt betyg", "", "made from an old text"],
            ["Question.OVERALL", "", "Två gånger", "", ""],
            ["Question.HAN_SPEED", "", "", new('x', 1001), ""],
            ["Option.MATTER.BENEFIT", "", "Jag sökte pengar", "", ""],
        ];

        var outcome = (await _bench.ImportAsync(draft, await WriteAsync(sheet))).Value;

        Assert.Equal(2, outcome.Changed);
        Assert.Equal(
            ["2 Authoring.TranslationKeyUnknown", "3 Authoring.TranslationKeyUnknown", "4 fi Authoring.TranslationSourceChanged",
                "5 Authoring.TranslationKeyTwice", "6 da Draft.TextTooLong"],
            outcome.Problems.Select(problem => $"{problem.Line} {problem.Language} {problem.Reason.Code}".Replace("  ", " ", StringComparison.Ordinal)));
        draft = await _bench.GetAsync(draft.WaveId);
        var overall = draft.Texts.Single(text => text.Key == TextKey.Of("OVERALL", TextPart.Question));
        Assert.Equal(("Ett nytt betyg", TranslationState.Stale), (overall.Text.In("sv"), overall.States["sv"]));
        Assert.Equal("Jag sökte pengar", draft.Texts.Single(text => text.Key == TextKey.Option("MATTER", "BENEFIT")).Text.In("sv"));
    }

    [Theory]
    [InlineData("name,fi,sv", "Authoring.TranslationColumnMissing(key)")]
    [InlineData("key,fi,notes", "Authoring.TranslationColumnMissing(sv)")]
    public async Task Import_WithoutItsColumns_TakesNothing(string headings, string error)
    {
        var draft = await _bench.DraftAsync();
        var result = await _bench.ImportAsync(draft, await WriteAsync([headings.Split(','), ["Question.OVERALL", "a", "b"]]));
        Assert.Equal(error, AuthoringBench.Say(result.Errors));
    }

    [Fact]
    public async Task Import_NoWorkbook_IsAnError()
    {
        var draft = await _bench.DraftAsync();
        foreach (var bytes in new byte[][] { [], "key;fi;sv"u8.ToArray(), [0x50, 0x4b, 3, 4, 0, 0] })
        {
            using var file = new MemoryStream(bytes);
            Assert.Equal("Authoring.TranslationFileUnreadable", AuthoringBench.Say((await _bench.ImportAsync(draft, file)).Errors));
        }
    }

    private static string[][] Read(Stream file) =>
        [.. new ExcelTranslationFile().Read(file).Value.Select(row => Enumerable.Range(0, 7).Select(column => row.Cell(column)!).ToArray())];

    private static async Task<MemoryStream> WriteAsync(string[][] rows)
    {
        var file = new MemoryStream();
        await new ExcelTranslationFile().WriteAsync(new("Test", "fi", [.. rows[0]], [.. rows.Skip(1).Select(row => row.ToArray()).Select(row => System.Collections.Immutable.ImmutableArray.Create(row))]), file, default);
        file.Position = 0;
        return file;
    }
}
