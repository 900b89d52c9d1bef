using KassaSurvey.Application.Features.Receipts;
using KassaSurvey.Application.Tests.Features.Responding;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Tests.Features.Receipts;

public sealed class EraseResponseTests
{
    [Fact]
    public async Task View_OfReceipt_SaysWhatWouldGoAndWritesNothing()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var receipt = await SubmittedAsync(bench, "1", "7");

        var view = (await bench.ViewReceipt.ExecuteAsync(new(receipt.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)), default)).Value;

        Assert.Equal((new ReportingYear(2026), new DateOnly(2026, 11, 10), false), (view.Year, view.CompletedOn!.Value, view.IsSealed));
        Assert.Equal(2, view.Answers);
        Assert.Single(await bench.ResponsesAsync());
    }

    [Fact]
    public async Task Erase_WithReceipt_TakesTheResponseAndItsAnswersAndNoOther()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var first = await SubmittedAsync(bench, "1", "7");
        await SubmittedAsync(bench, "2", "2");

        Assert.True((await bench.Erase.ExecuteAsync(new(first), default)).IsSuccess);

        Assert.Single(await bench.ResponsesAsync());
        Assert.Equal("2", $"{(await bench.AnswersAsync())["OVERALL"].Code}");
        var record = Assert.Single(await bench.ErasedAsync());
        Assert.Equal((bench.Wave.Id, new DateOnly(2026, 11, 10)), (record.WaveId, record.ErasedOn));
        Assert.Equal([ReceiptReader.UnknownCode], (await bench.Erase.ExecuteAsync(new(first), default)).Errors);
        Assert.Equal([ReceiptReader.UnknownCode], (await bench.ViewReceipt.ExecuteAsync(new(first), default)).Errors);
        Assert.Single(await bench.ErasedAsync());
    }

    [Fact]
    public async Task Erase_InTheField_ChangesTheVersionOfTheResultsEvenWhenAnotherAnswerComesIn()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var first = await SubmittedAsync(bench, "1", "7");
        var before = await bench.DataVersionAsync();

        await bench.Erase.ExecuteAsync(new(first), default);
        await SubmittedAsync(bench, "2", "2");

        Assert.NotEqual(before, await bench.DataVersionAsync());
    }

    [Fact]
    public async Task Erase_AfterSealing_LeavesTheReleasedVersionAndTheNextIsWithoutIt()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var first = await SubmittedAsync(bench, "1", "7");
        await SubmittedAsync(bench, "2", "2");
        var sealedFirst = await bench.SealAsync();

        Assert.True((await bench.ViewReceipt.ExecuteAsync(new(first), default)).Value.IsSealed);
        await bench.Erase.ExecuteAsync(new(first), default);
        var released = await bench.DataVersionAsync();
        var next = await bench.ResealAsync();

        Assert.Equal((2, sealedFirst.DataVersion), (sealedFirst.Responses, released));
        Assert.Equal((2, 1), (next.Version, next.Responses));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("nonsense")]
    public async Task Erase_WithWrongCode_ErasesNothing(string code)
    {
        await using var bench = await RespondingBench.CreateAsync();
        await SubmittedAsync(bench, "1", "7");

        Assert.Equal([ReceiptReader.UnknownCode], (await bench.Erase.ExecuteAsync(new(code), default)).Errors);
        Assert.Single(await bench.ResponsesAsync());
        Assert.Empty(await bench.ErasedAsync());
    }

    private static async Task<string> SubmittedAsync(RespondingBench bench, string number, string overall)
    {
        var token = await bench.StartedAsync(number);
        await bench.SaveAsync(token, 2, ("OVERALL", overall));
        var outcome = await bench.SubmitAsync(token, await bench.LastPageAsync(token), ("BG_STATUS", "FULL"));
        return outcome.Value.Receipt!;
    }
}
