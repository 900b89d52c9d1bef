using KassaSurvey.Domain.Invitations;

namespace KassaSurvey.Domain.Tests.Invitations;

public class LetterCodeTests
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Fact]
    public void Code_OfAnInvitation_IsThreeGroupsOfClearLettersAndAlwaysTheSame()
    {
        for (var id = 1; id <= 1000; id++)
        {
            var code = LetterCode.Of(new(id), Key);

            Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", code);
            Assert.Equal(code, LetterCode.Of(new(id), Key));
        }
    }

    [Fact]
    public void Code_OfOtherInvitationsAndKeys_IsAnother()
    {
        var codes = Enumerable.Range(1, 5000).Select(id => LetterCode.Of(new(id), Key)).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.NotEqual(codes[0], LetterCode.Of(new(1), [.. Key.Reverse()]));
    }

    [Fact]
    public void Hash_TypedAsPeopleType_IsTheSame()
    {
        var code = LetterCode.Of(new(7), Key);
        var hash = LetterCode.Hash(code, Key);

        Assert.Equal(hash, LetterCode.Hash($"  {code.ToLowerInvariant().Replace('-', ' ')} ", Key));
        Assert.Equal(hash, LetterCode.Hash(code.Replace("-", "", StringComparison.Ordinal), Key));
        Assert.Equal(hash, LetterCode.Hash(code.Replace('-', '–'), Key));
    }

    [Fact]
    public void Hash_OneLetterWrongOrTwoSwapped_IsNone()
    {
        var code = LetterCode.Of(new(7), Key).Replace("-", "", StringComparison.Ordinal);
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var other in Alphabet.Where(letter => letter != code[place]))
            {
                Assert.Null(LetterCode.Hash(code[..place] + other + code[(place + 1)..], Key));
            }

            if (place > 0 && code[place] != code[place - 1])
            {
                Assert.Null(LetterCode.Hash(code[..(place - 1)] + code[place] + code[place - 1] + code[(place + 1)..], Key));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("2222-2222-222")]
    [InlineData("2222-2222-22222")]
    [InlineData("0OIL-1111-2222")]
    [InlineData("ääää-ääää-ääää")]
    public void Hash_OfNoCode_IsNone(string? typed) => Assert.Null(LetterCode.Hash(typed, Key));
}
