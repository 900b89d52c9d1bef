using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Application.Tests.Features.Responding;

public sealed class SaveAnswersTests
{
    [Fact]
    public async Task Save_OfPage_StoresEveryShownQuestionAsGivenCantSayOrLeftEmpty()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 2, ("CHANNELS", ""), ("CHANNELS", "PHONE"), ("CHANNELS", "CHAT"), ("OVERALL", "."));

        var saved = await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"));

        Assert.Empty(saved.Value.Problems);
        var answers = await bench.AnswersAsync();
        Assert.Equal(AnswerValue.OfChoices([1, 4]), answers["CHANNELS"]);
        Assert.Equal(AnswerValue.CantSay, answers["OVERALL"]);
        Assert.Equal(AnswerValue.Of(7), answers["HAN_SPEED"]);
        Assert.Equal(AnswerValue.LeftEmpty, answers["HAN_RELIABLE"]);
        Assert.False(answers.ContainsKey("DIG_EASE"));
    }

    [Fact]
    public async Task Save_Again_OverwritesAndClears()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"), ("HAN_DECISION", "2"));

        await bench.SaveAsync(token, 3, ("HAN_SPEED", "1"), ("HAN_DECISION", ""));

        var answers = await bench.AnswersAsync();
        Assert.Equal(AnswerValue.Of(1), answers["HAN_SPEED"]);
        Assert.Equal(AnswerValue.LeftEmpty, answers["HAN_DECISION"]);
    }

    [Fact]
    public async Task Save_FromTabWithoutTheField_KeepsTheNewerAnswer()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"));

        await bench.SaveAsync(token, 3);

        Assert.Equal(AnswerValue.Of(7), (await bench.AnswersAsync())["HAN_SPEED"]);
    }

    [Fact]
    public async Task Save_ThatHidesLaterQuestions_KeepsTheirAnswersInCaseTheMemberChangesBack()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 2, ("CHANNELS", "PHONE"), ("OVERALL", "6"));
        await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"));

        var saved = await bench.SaveAsync(token, 1, ("MATTER", "NONE"));
        Assert.Equal("IMG_TRUST", (await bench.ShowAsync(token, saved.Value.Next)).Items[0].Question.Code);
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));

        Assert.Equal(AnswerValue.Of(7), (await bench.AnswersAsync())["HAN_SPEED"]);
        Assert.Equal("7", (await bench.ShowAsync(token, 3)).Items.Single(item => item.Question.Code == "HAN_SPEED").Values.Single());
    }

    [Fact]
    public async Task Save_OnTheWayBack_KeepsWhatWasChosenAndCallsNothingLeftEmpty()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["HAN_SPEED"] = ["5"], ["HAN_RELIABLE"] = [""] };

        await bench.Save.ExecuteAsync(new(token, 3, null, IsLeft: false, fields), CancellationToken.None);

        Assert.Equal(["HAN_SPEED", "MATTER"], (await bench.AnswersAsync()).Keys.Order());
    }

    [Fact]
    public async Task Save_OfHiddenOrForeignFields_IgnoresThem()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "MEMBER"), ("IMG_TRUST", "7"), ("NO_SUCH", "1"));

        await bench.SaveAsync(token, 3, ("HAN_SPEED", "7"));

        Assert.Equal(["MATTER"], (await bench.AnswersAsync()).Keys);
    }

    [Theory]
    [InlineData("OVERALL", "8", "Answer.OutOfRange")]
    [InlineData("OVERALL", "0", "Answer.OutOfRange")]
    [InlineData("OVERALL", "-1", "Answer.OutOfRange")]
    [InlineData("OVERALL", "3.5", "Answer.OutOfRange")]
    [InlineData("OVERALL", "٣", "Answer.OutOfRange")]
    [InlineData("OVERALL", "99999999999999999999", "Answer.OutOfRange")]
    [InlineData("CHANNELS", "FAX", "Answer.NotAChoice")]
    public async Task Save_OfBadField_KeepsTheGoodOnesAndTheOldAnswer(string code, string value, string error)
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        await bench.SaveAsync(token, 2, ("CHANNELS", "EMAIL"), ("OVERALL", "4"));
        (string, string) good = code == "OVERALL" ? ("CHANNELS", "CHAT") : ("OVERALL", "5");

        var saved = await bench.SaveAsync(token, 2, (code, value), good);

        Assert.Equal((code, error), saved.Value.Problems.Select(problem => (problem.QuestionCode, problem.Error.Code)).Single());
        var answers = await bench.AnswersAsync();
        Assert.Equal(code == "OVERALL" ? AnswerValue.Of(4) : AnswerValue.Of(5), answers["OVERALL"]);
        Assert.Equal(AnswerValue.OfChoices(code == "OVERALL" ? [4] : [3]), answers["CHANNELS"]);
    }

    [Fact]
    public async Task Save_OfExclusiveOptionWithOthers_IsRefused()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));

        var saved = await bench.SaveAsync(token, 2, ("CHANNELS", "PHONE"), ("CHANNELS", "NONE"));

        Assert.Equal(RespondingErrors.ExclusiveWithOthers("NONE"), Assert.Single(saved.Value.Problems).Error);
    }

    [Fact]
    public async Task Save_OfSingleAnswerOnTheWay_LeavesTheOthersUnseen()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));
        var one = new Dictionary<string, IReadOnlyList<string>> { ["OVERALL"] = ["6"] };

        await bench.Save.ExecuteAsync(new(token, 2, null, IsLeft: false, one), CancellationToken.None);

        Assert.Equal(2, (await bench.AnswersAsync()).Count);
        Assert.Equal(2, (await bench.StartAsync(token)).Value.Page);
    }

    [Fact]
    public async Task Save_WithLanguage_SwitchesAndKeepsAnswers()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        var fields = new Dictionary<string, IReadOnlyList<string>> { ["MATTER"] = ["ADVICE"] };

        await bench.Save.ExecuteAsync(new(token, 1, Languages.Danish, IsLeft: false, fields), CancellationToken.None);

        var page = await bench.ShowAsync(token, 1);
        Assert.Equal((Languages.Danish, "ADVICE"), (page.Language, page.Items[0].Values.Single()));
        Assert.Equal(Languages.Danish, Assert.Single(await bench.ResponsesAsync()).Language);
    }

    [Fact]
    public async Task Save_FromTwoSessionsAtOnce_KeepsOneRowPerQuestion()
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();
        await bench.SaveAsync(token, 1, ("MATTER", "BENEFIT"));

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(session =>
            Task.Run(() => bench.SaveAsync(token, 3, ("HAN_SPEED", $"{(session % 7) + 1}"), ("HAN_RELIABLE", ".")))));

        Assert.All(results, result => Assert.True(result.IsSuccess));
        Assert.Equal(5, (await bench.AnswersAsync()).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(99)]
    public async Task Save_OfNoSuchPage_IsAnError(int page)
    {
        await using var bench = await RespondingBench.CreateAsync();
        var token = await bench.StartedAsync();

        Assert.Equal([RespondingErrors.NoSuchPage], (await bench.SaveAsync(token, page, ("MATTER", "NONE"))).Errors);
        Assert.Empty(await bench.AnswersAsync());
    }
}
