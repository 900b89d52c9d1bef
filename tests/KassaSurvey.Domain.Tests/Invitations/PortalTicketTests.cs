using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Tests.Invitations;

public class PortalTicketTests
{
    private const string Key = "aW4tdGhlLWRvY3MtdGhlLWtleS1pcy1wdWJsaWMtMDE";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1794399700);
    private static readonly PortalTicket Ticket = new("demo", "100234", "member-satisfaction", 1794400000);

    [Fact]
    public void Signature_OfTheDocumentedExample_IsAsDocumented()
    {
        const string documented = "5b0dda98a17d450e003514837e391ad9a63de4a746d73e7342131477f09340b8";

        Assert.Equal(documented, Ticket.Sign(Key));
        Assert.True(Ticket.IsSigned(Key, documented));
    }

    [Fact]
    public void Signature_AnythingChanged_IsRefused()
    {
        var signature = Ticket.Sign(Key);

        Assert.False((Ticket with { Member = "100235" }).IsSigned(Key, signature));
        Assert.False((Ticket with { Survey = "" }).IsSigned(Key, signature));
        Assert.False((Ticket with { Expires = Ticket.Expires + 1 }).IsSigned(Key, signature));
        Assert.False((Ticket with { Fund = "other" }).IsSigned(Key, signature));
        Assert.False(Ticket.IsSigned(Key + "x", signature));
        Assert.False(Ticket.IsSigned(Key, ""));
        Assert.False(Ticket.IsSigned(Key, signature + "0"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(600, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(601, false)]
    [InlineData(long.MaxValue / 4, false)]
    public void Ticket_ExpiringIn_IsCurrentForTenMinutesAtMost(long seconds, bool isCurrent) =>
        Assert.Equal(isCurrent, (Ticket with { Expires = Now.ToUnixTimeSeconds() + seconds }).IsCurrent(Now));

    [Fact]
    public void Ticket_WithALineEnd_IsNotPlain()
    {
        Assert.True(Ticket.IsPlain);
        Assert.False((Ticket with { Member = "1\n2" }).IsPlain);
    }

    [Fact]
    public void PortalKey_Renewed_IsAnotherKey()
    {
        byte[] linkKey = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
        var key = PortalKey.Create(new FundId(5), "admin", Now.UtcDateTime);
        var first = key.Text(linkKey);

        Assert.Equal(43, first.Length);
        Assert.Equal(first, key.Text(linkKey));
        key.Renew("admin", Now.UtcDateTime);
        Assert.NotEqual(first, key.Text(linkKey));
    }
}
