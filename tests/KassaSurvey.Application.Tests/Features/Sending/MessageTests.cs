using KassaSurvey.Application.Features.Letters;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;

namespace KassaSurvey.Application.Tests.Features.Sending;

public sealed class MessageTests
{
    [Theory]
    [InlineData(Languages.Finnish)]
    [InlineData(Languages.Swedish)]
    [InlineData(Languages.Danish)]
    [InlineData(Languages.English)]
    public async Task BuiltInWords_OfEveryStepAndWay_PassTheCheckOfAFundsOwn(string language)
    {
        await using var bench = await SendingBench.CreateAsync();
        var preview = new PreviewMessage(bench.Survey.Database, bench.Forms, bench.Addresses);
        foreach (var step in new[] { 0, 1 })
        {
            foreach (var channel in new[] { ContactChannels.Email, ContactChannels.Sms, ContactChannels.Letter })
            {
                var shown = (await preview.ExecuteAsync(bench.Manager, new(bench.Wave.Id, step, channel, language, ""), CancellationToken.None)).Value;
                Assert.Empty(MessageText.Check(channel, shown.Words.Subject, shown.Words.Body));
                Assert.InRange(shown.Sms?.Parts ?? 1, 1, 2);
            }
        }
    }

    [Fact]
    public async Task Preview_OfAMember_HasTheNameAndLanguageAndALinkThatLeadsNowhere()
    {
        await using var bench = await SendingBench.CreateAsync();
        var number = "";
        var invitation = Assert.Single(await bench.InviteAsync(1, member => number = member.Number));
        var preview = new PreviewMessage(bench.Survey.Database, bench.Forms, bench.Addresses);

        var shown = (await preview.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0, ContactChannels.Email, Languages.Danish, number), CancellationToken.None)).Value;

        Assert.Equal(Languages.Finnish, shown.Language);
        Assert.Contains("Member 0", shown.Message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(InvitationToken.Of(invitation.Id, bench.Key.Key.Span), shown.Message.Text, StringComparison.Ordinal);
        Assert.Equal(
            SendingErrors.MemberNotInvited,
            Assert.Single((await preview.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0, ContactChannels.Email, Languages.Danish, "nobody"), CancellationToken.None)).Errors));
    }

    [Fact]
    public async Task OwnWords_AreSentAndCanBeGivenUp_AndMarkupInThemIsText()
    {
        await using var bench = await SendingBench.CreateAsync();
        await bench.InviteAsync(1);
        var write = new WriteTemplate(bench.Survey.Database);
        var command = new WriteTemplate.Command(bench.Wave.Id, 0, ContactChannels.Email, Languages.Finnish, "Kysely", "<b>{{name}}</b> {{link}}\n\n{{unsubscribe}}");
        Assert.True((await write.ExecuteAsync(bench.Manager, command, CancellationToken.None)).IsSuccess);
        Assert.Contains(
            SendingErrors.MissingPlaceholder(MessageText.Link),
            (await write.ExecuteAsync(bench.Manager, command with { Body = "{{unsubscribe}}" }, CancellationToken.None)).Errors);
        await bench.PlanAsync();
        await bench.SendAsync();

        var mail = Assert.Single(bench.Server.Received).Content;
        Assert.Contains("Subject: Kysely", mail, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Member 0&lt;/b&gt;", mail, StringComparison.Ordinal);
        Assert.True((await write.ExecuteAsync(bench.Manager, command with { Subject = "", Body = "" }, CancellationToken.None)).IsSuccess);
        await using var db = bench.Open();
        Assert.Empty(db.MessageTemplates);
    }

    [Fact]
    public async Task Letters_AreForThoseWhoStillWait_AndArePostedOnce()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitations = await bench.InviteAsync(3, member =>
        {
            member.WriteTo(null);
            member.LiveAt(new("Katu 1", "00100", "Helsinki"));
        });
        await bench.PlanAsync();
        Assert.Equal(0, (await bench.SendAsync()).Sent);
        await bench.ChangeAsync<Invitation>(row => row.Id == invitations[0].Id, row => row.OptOut());
        var getLetters = new GetLetters(bench.Survey.Database, bench.Forms, bench.Addresses, bench.Key);

        var letters = (await getLetters.ExecuteAsync(bench.Manager, new("member-satisfaction", 2026, 0), CancellationToken.None)).Value;

        Assert.Equal(
            invitations.Skip(1).Select(row => bench.Addresses.LinkOf(InvitationToken.Of(row.Id, bench.Key.Key.Span))).Order(StringComparer.Ordinal),
            letters.Select(letter => letter.Link).Order(StringComparer.Ordinal));
        var posted = new MarkLettersPosted(bench.Survey.Database, bench.Clock);
        Assert.Equal(2, (await posted.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0), CancellationToken.None)).Value);
        Assert.Equal(0, (await posted.ExecuteAsync(bench.Manager, new(bench.Wave.Id, 0), CancellationToken.None)).Value);
        Assert.Equal(
            [(DeliveryStatus.Sent, 2), (DeliveryStatus.Skipped, 1)], (await bench.MessagesAsync()).CountBy(row => row.Status).Select(row => (row.Key, row.Value)).Order());
        Assert.Empty((await getLetters.ExecuteAsync(bench.Manager, new("member-satisfaction", 2026, 0), CancellationToken.None)).Value);
        Assert.False((await getLetters.ExecuteAsync(bench.Survey.Staff(Role.Analyst), new("member-satisfaction", 2026, 0), CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task Letter_WithItsCode_OpensTheSurveyByTheCodeItPrints()
    {
        await using var bench = await SendingBench.CreateAsync();
        var invitation = Assert.Single(await bench.InviteAsync(1, member =>
        {
            member.WriteTo(null);
            member.LiveAt(new("Katu 1", "00100", "Helsinki"));
        }));
        var write = new WriteTemplate(bench.Survey.Database);
        Assert.True((await write.ExecuteAsync(
            bench.Manager, new(bench.Wave.Id, 0, ContactChannels.Letter, invitation.Language, "Kysely", "{{link}}\nKoodi {{code}}."), CancellationToken.None)).IsSuccess);
        await bench.PlanAsync();
        var getLetters = new GetLetters(bench.Survey.Database, bench.Forms, bench.Addresses, bench.Key);

        var first = Assert.Single((await getLetters.ExecuteAsync(bench.Manager, new("member-satisfaction", 2026, 0), CancellationToken.None)).Value);
        var again = Assert.Single((await getLetters.ExecuteAsync(bench.Manager, new("member-satisfaction", 2026, 0), CancellationToken.None)).Value);

        Assert.Equal(first.Message.Text, again.Message.Text);
        var code = first.Message.Text.Split("Koodi ")[1].TrimEnd('.');
        var links = new LinkReader(bench.Survey.Database, bench.Key, bench.Clock);
        var token = await new OpenLetter(bench.Survey.Database, bench.Key, links).ExecuteAsync(new(code), CancellationToken.None);
        Assert.Equal(InvitationToken.Of(invitation.Id, bench.Key.Key.Span), token.Value);
    }
}
