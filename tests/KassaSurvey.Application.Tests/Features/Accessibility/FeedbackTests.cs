using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Accessibility;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Accessibility;

public sealed class FeedbackTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;

    private Viewer Admin => _survey.Staff(Role.Admin);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Feedback_IsListedByTheDayItIsDueAndMarkedWhenOverdue()
    {
        await SendAsync("first");
        _clock.Advance(TimeSpan.FromDays(10));
        await SendAsync("second");
        _clock.Advance(TimeSpan.FromDays(5));

        var items = await ListAsync();

        Assert.Equal(["first", "second"], items.Select(item => item.Text));
        Assert.Equal([true, false], items.Select(item => item.IsOverdue));
        Assert.Equal([-1, 9], items.Select(item => item.DaysLeft));
    }

    [Fact]
    public async Task Feedback_Answered_SaysWhoWhenAndHow()
    {
        await SendAsync("the button");
        var waiting = Assert.Single(await ListAsync());
        var answer = new AnswerFeedback(_database.Database, _clock);

        Assert.Empty((await answer.ExecuteAsync(Admin, new(waiting.Id, "Mended."), CancellationToken.None)).Errors);

        var done = Assert.Single(await ListAsync());
        Assert.Equal((new DateOnly(2026, 11, 2), "test", "Mended."), (done.AnsweredOn!.Value, done.AnsweredBy, done.AnswerNote));
        Assert.Equal(
            "Feedback.AlreadyAnswered",
            Assert.Single((await answer.ExecuteAsync(Admin, new(waiting.Id, "Again"), CancellationToken.None)).Errors).Code);
    }

    [Fact]
    public async Task Feedback_OfAnotherFund_IsNeitherSeenNorAnswered()
    {
        var other = await TestSurvey.AddAsync(_database, "other-fund");
        await SendAsync("not yours");
        var item = Assert.Single(await ListAsync());

        var seen = await new ListFeedback(_database.Database, _clock).ExecuteAsync(other.Staff(Role.Admin), CancellationToken.None);
        var answered = await new AnswerFeedback(_database.Database, _clock)
            .ExecuteAsync(other.Staff(Role.Admin), new(item.Id, "Mine now"), CancellationToken.None);

        Assert.Empty(seen.Value);
        Assert.Equal([FeedbackErrors.Unknown], answered.Errors);
    }

    [Fact]
    public async Task Feedback_ListedByOthersThanAdmins_IsRefused()
    {
        var listed = await new ListFeedback(_database.Database, _clock).ExecuteAsync(_survey.Staff(Role.Manager), CancellationToken.None);

        Assert.Equal([AccessErrors.NotAllowed], listed.Errors);
    }

    private async Task SendAsync(string text) => Assert.Empty(
        (await new SendFeedback(_database.Database, new FaceCache(_database.Database, _clock), _clock)
            .ExecuteAsync(new("test-fund", text, ""), CancellationToken.None)).Errors);

    private async Task<IReadOnlyList<ListFeedback.Item>> ListAsync() =>
        (await new ListFeedback(_database.Database, _clock).ExecuteAsync(Admin, CancellationToken.None)).Value;
}
