using System.Text.RegularExpressions;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Triggers;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace KassaSurvey.Application.Tests.Features.Triggers;

public sealed class AskAfterContactsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Contact_FromTheCallToTheResult_GoesTheWholeWay()
    {
        await using var bench = await TriggerBench.CreateAsync();
        await bench.AddMemberAsync("1001");
        Assert.Equal(RowOutcome.Added, (await bench.ServeAsync("call-1", "1001")).Outcome);
        Assert.Equal(new AskAfterContacts.Report(0, 0, 0), await bench.AskAsync(23 * Hour));
        Assert.Equal(new AskAfterContacts.Report(1, 0, 0), await bench.AskAsync(1 * Hour));

        Assert.Equal(1, (await bench.Sending.SendAsync()).Sent);

        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(bench.Sending.Server.Received.Single().Content));
        var mail = await MimeMessage.LoadAsync(content);
        var token = Regex.Match(mail.TextBody!, "/s/([A-Za-z0-9_-]+)").Groups[1].Value;
        var links = new LinkReader(bench.Sending.Survey.Database, bench.Sending.Key, bench.Sending.Clock);
        Assert.True((await new StartResponse(links, bench.Sending.Forms).ExecuteAsync(new(token, null), CancellationToken.None)).IsSuccess);
        var answers = new Dictionary<string, IReadOnlyList<string>> { ["OVERALL"] = ["6"] };
        var page = (await new ViewPage(links, bench.Sending.Forms).ExecuteAsync(new(token, int.MaxValue), CancellationToken.None)).Value.Number;
        for (var earlier = 1; earlier < page; earlier++)
        {
            await new SaveAnswers(links, bench.Sending.Forms).ExecuteAsync(new(token, earlier, null, true, answers), CancellationToken.None);
        }

        var submitted = await new SubmitResponse(links, bench.Sending.Forms).ExecuteAsync(new(token, page, answers), CancellationToken.None);
        Assert.NotNull(submitted.Value.Receipt);
        using var waves = new MeasuredWaves();
        var results = await new GetResults(bench.Sending.Survey.Database, waves).ExecuteAsync(
            Viewer.Operator, new(bench.Sending.Survey.Fund.Key, CreateAfterContactSurvey.Key, 2026, null, Population.Everybody), CancellationToken.None);
        await using var db = bench.Sending.Open();
        Assert.Equal((true, 1), (results.IsSuccess, await db.Responses.CountAsync(row => row.Status == Domain.Responding.ResponseStatus.Completed)));
        // Nothing leads from the member to the answer.
        Assert.Null((await bench.InvitationsAsync()).Single().OpenResponseId);
    }

    [Fact]
    public async Task Contact_InTheEvening_IsAskedAboutInTheMorning()
    {
        await using var bench = await TriggerBench.CreateAsync();
        await bench.AddMemberAsync("1001");
        // 22 o'clock in Helsinki.
        bench.Sending.Clock.Advance(10 * Hour);
        await bench.ServeAsync("late", "1001");

        Assert.Equal(1, (await bench.AskAsync(24 * Hour)).Asked);

        Assert.Equal(0, (await bench.Sending.SendAsync()).Sent);
        bench.Sending.Clock.Advance(11 * Hour);
        Assert.Equal(1, (await bench.Sending.SendAsync()).Sent);
    }

    [Fact]
    public async Task Contacts_OfMembersWhoMayNotBeAsked_AreKeptWithTheReason()
    {
        await using var bench = await TriggerBench.CreateAsync();
        await bench.AddMemberAsync("asked");
        await bench.AddMemberAsync("dead", member => member.Stand(MemberStanding.Deceased));
        await bench.AddMemberAsync("protected", member => member.Stand(MemberStanding.Protected));
        await bench.AddMemberAsync("refuses", member => member.Refuse(ContactChannels.All));
        await bench.AddMemberAsync("letter", member =>
        {
            member.WriteTo(null);
            member.LiveAt(new("Koekatu 1", "00100", "Helsinki"));
        });
        foreach (var member in (string[])["asked", "dead", "protected", "refuses", "letter"])
        {
            Assert.Equal(RowOutcome.Added, (await bench.ServeAsync(member, member)).Outcome);
        }

        bench.Sending.Clock.Advance(Hour);
        await bench.ServeAsync("again", "asked");

        Assert.Equal(new AskAfterContacts.Report(1, 5, 0), await bench.AskAsync(25 * Hour));

        var outcomes = await bench.OutcomesAsync();
        Assert.Equal(
            [TriggerOutcome.Asked, TriggerOutcome.AlreadyInvited, TriggerOutcome.Deceased, TriggerOutcome.Protected, TriggerOutcome.Refused, TriggerOutcome.Unreachable],
            ((string[])["asked", "again", "dead", "protected", "refuses", "letter"]).Select(key => outcomes[key]));
        // Doing it again decides nothing again.
        Assert.Equal(new AskAfterContacts.Report(0, 0, 0), await bench.AskAsync(Hour));
        var view = await bench.ViewAsync();
        Assert.Equal(new GetTrigger.ChannelRow("phone", 6, 1, 5), view.Channels.Single());
        Assert.Equal(5, view.Passed.Sum(left => left.Count));
    }

    [Fact]
    public async Task Contact_OfAMemberWhomAnotherSurveyAskedRecently_LeavesTheMemberInPeace()
    {
        await using var bench = await TriggerBench.CreateAsync();
        var member = await bench.AddMemberAsync("1001");
        await using (var db = bench.Sending.Open())
        {
            db.Add(Domain.Invitations.Invitation.Create(bench.Sending.Wave, member.Id, "fi", "", new DateOnly(2026, 11, 5)));
            await db.SaveChangesAsync();
        }

        await bench.ServeAsync("call", "1001");
        await bench.AskAsync(25 * Hour);

        Assert.Equal(TriggerOutcome.AskedRecently, (await bench.OutcomesAsync())["call"]);
    }

    [Fact]
    public async Task Contacts_OutsideTheRuleOrWhileItIsOff_AreNotAskedAbout()
    {
        await using var bench = await TriggerBench.CreateAsync(content => content with { Channels = ["phone"], Topics = ["benefit"] });
        await bench.AddMemberAsync("1");
        await bench.AddMemberAsync("2");
        await bench.ServeAsync("chat", "1", channel: "chat");
        await bench.ServeAsync("moving", "2", topic: "moving");
        Assert.Equal(new AskAfterContacts.Report(0, 0, 0), await bench.AskAsync(25 * Hour));
        await bench.TurnAsync((await bench.ViewAsync()).Content with { Channels = [], Topics = [] }, isOn: false);
        Assert.Equal(new AskAfterContacts.Report(0, 0, 0), await bench.AskAsync(Hour));

        await bench.TurnAsync((await bench.ViewAsync()).Content, isOn: true);

        Assert.Equal(new AskAfterContacts.Report(2, 0, 0), await bench.AskAsync(Hour));
    }

    [Fact]
    public async Task Contact_KnownTooLate_IsNotAskedAbout()
    {
        await using var bench = await TriggerBench.CreateAsync();
        await bench.AddMemberAsync("1");
        await bench.ServeAsync("old", "1");

        Assert.Equal(new AskAfterContacts.Report(0, 1, 0), await bench.AskAsync(24 * Hour + TriggerRule.Patience + Hour));

        Assert.Equal(TriggerOutcome.TooLongAgo, (await bench.OutcomesAsync())["old"]);
    }

    [Fact]
    public async Task Rule_OutOfBounds_IsRefusedAndSaysWhy()
    {
        await using var bench = await TriggerBench.CreateAsync();

        var refused = await bench.TurnAsync((await bench.ViewAsync()).Content with { DelayHours = 2, DaysBetween = 0 }, isOn: true);

        Assert.Equal(["Trigger.BadDelay", "Trigger.BadDays"], refused.Errors.Select(error => error.Code));
    }
}
