using System.Globalization;
using KassaSurvey.Domain.Comments;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Comments;

public sealed class CommentMaskTests
{
    private const string FinnishChecks = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private readonly SeededGenerator _random = new(20_261_123);

    [Fact]
    public void IdentityCodes_Valid_AreAllHidden()
    {
        for (var i = 0; i < 3000; i++)
        {
            foreach (var code in new[] { Finnish(), Swedish(), Danish() })
            {
                foreach (var comment in new[] { code, $"Tunnukseni on {code}.", $"({code}), tack", $"nr:{code}\nhilsen" })
                {
                    var masked = CommentMask.Of(comment);
                    Assert.DoesNotContain(code, masked, StringComparison.OrdinalIgnoreCase);
                    Assert.Contains(CommentMask.Hidden, masked, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("Mail me: maija.meikalainen@example.org please", "Mail me: […] please")]
    [InlineData("Soita 040 123 4567 iltapäivällä", "Soita […] iltapäivällä")]
    [InlineData("Ring +46 70-123 45 67!", "Ring […]!")]
    [InlineData("Tili FI21 1234 5600 0007 85 on väärä", "Tili […] on väärä")]
    public void WhatReachesAPerson_IsHidden(string comment, string shown) => Assert.Equal(shown, CommentMask.Of(comment));

    [Theory]
    [InlineData("131052–308T")]
    [InlineData("131052‑308T")]
    [InlineData("131052 -308T")]
    [InlineData("131052-308 T")]
    [InlineData("131052308T")]
    [InlineData("hetu131052-308T")]
    [InlineData("900101 - 1239")]
    [InlineData("19900101–1239")]
    [InlineData("01.01.90-1234")]
    [InlineData("010190.1234")]
    [InlineData("cpr010190-1234")]
    [InlineData("040.123.4567")]
    [InlineData("040/1234567")]
    public void Spellings_ThatPeopleUse_AreHiddenToo(string written)
    {
        var masked = CommentMask.Of($"Se on {written} ja muuta");

        Assert.DoesNotContain(masked, character => char.IsAsciiDigit(character));
        Assert.EndsWith(" ja muuta", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Odotin 45 minuuttia, 3 kertaa vuonna 2020.")]
    [InlineData("Päiväraha 1 234,56 € tuli 12.3.2020.")]
    [InlineData("Jag väntade 2-3 veckor på beslutet.")]
    [InlineData("Hakemus jäi 12.12.2020, päätös 2021-01-31.")]
    [InlineData("Lomake 6/2020 oli helppo, 10/10.")]
    public void OrdinaryWords_StayAsWritten(string comment) => Assert.Equal(comment, CommentMask.Of(comment));

    [Fact]
    public void FinnishCode_WithAWrongCheck_IsNoIdentityCode() => Assert.Equal("010190-123B", CommentMask.Of("010190-123B"));

    private string Finnish()
    {
        var day = $"{_random.NextInt(28) + 1:00}{_random.NextInt(12) + 1:00}{_random.NextInt(100):00}";
        var number = $"{_random.NextInt(898) + 2:000}";
        var check = FinnishChecks[int.Parse(day + number, CultureInfo.InvariantCulture) % 31];
        return $"{day}{"-+AY"[_random.NextInt(4)]}{number}{(_random.NextInt(2) == 0 ? check : char.ToLowerInvariant(check))}";
    }

    private string Swedish()
    {
        var nine = $"{_random.NextInt(100):00}{_random.NextInt(12) + 1:00}{_random.NextInt(28) + 1 + (_random.NextInt(5) == 0 ? 60 : 0):00}{_random.NextInt(1000):000}";
        var sum = nine.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        var code = $"{nine[..6]}-{nine[6..]}{(10 - (sum % 10)) % 10}";
        return _random.NextInt(2) == 0 ? code : "19" + code;
    }

    private string Danish() =>
        $"{_random.NextInt(28) + 1:00}{_random.NextInt(12) + 1:00}{_random.NextInt(100):00}{(_random.NextInt(2) == 0 ? "-" : "")}{_random.NextInt(10_000):0000}";
}
