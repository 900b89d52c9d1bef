using System.Security.Cryptography;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Tests.Invitations;

public class InvitationTokenTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Of_KnownIdAndKey_IsTheSameForever() =>
        // Links already mailed must keep working after an upgrade: HMAC-SHA-256 of 8 big-endian bytes, computed with openssl.
        Assert.Equal("ESIzRFVmd4iWYZ972Fy8xouq3d5cMfH5", InvitationToken.Of(new(0x1122334455667788), Key));

    [Fact]
    public void TryRead_GenuineToken_GivesTheInvitation()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var id = NewId.Of<InvitationId>();

            Assert.True(InvitationToken.TryRead(InvitationToken.Of(id, Key), Key, out var read));
            Assert.Equal(id, read);
        }
    }

    [Fact]
    public void Of_AnyId_FitsAnAddress()
    {
        var token = InvitationToken.Of(NewId.Of<InvitationId>(), Key);

        Assert.Equal(InvitationToken.Length, token.Length);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Fact]
    public void TryRead_AnyBitOfAnyCharacterChanged_IsRefused()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = InvitationToken.Of(new(4711), Key);
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var other in Alphabet.Where(letter => letter != token[place]))
            {
                var forged = token[..place] + other + token[(place + 1)..];
                Assert.False(InvitationToken.TryRead(forged, Key, out var id), forged);
                Assert.Equal(default, id);
            }
        }
    }

    [Fact]
    public void TryRead_AnotherInstallationsKey_IsRefused()
    {
        var other = RandomNumberGenerator.GetBytes(32);

        Assert.False(InvitationToken.TryRead(InvitationToken.Of(new(4711), other), Key, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAA AAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("ääääääääääääääääääääääääääääääää")]
    [InlineData("../../../../../../../etc/passwd.")]
    public void TryRead_NotAToken_IsRefused(string? text) => Assert.False(InvitationToken.TryRead(text, Key, out _));

    [Fact]
    public void TryRead_ThousandRandomStrings_AreAllRefusedWithoutAnException()
    {
        var random = new System.Random(20_201_231);
        for (var i = 0; i < 1_000; i++)
        {
            var length = i % 2 == 0 ? InvitationToken.Length : random.Next(0, 80);
            var text = new string([.. Enumerable.Range(0, length).Select(_ => (char)random.Next(i % 3 == 0 ? 0xD7FF : 0x7F))]);

            Assert.False(InvitationToken.TryRead(text, Key, out _));
        }
    }

    [Fact]
    public void Of_ShortKey_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InvitationToken.Of(new(1), new byte[31]));
}
