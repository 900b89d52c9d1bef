using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Domain.Tests.Responding;

public sealed class ReceiptCodeTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void New_Codes_AreFourGroupsOfUnmistakableLettersAndNeverTheSame()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => ReceiptCode.New()).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        // 32 letters in each of 16 places: 80 bits.
        Assert.All(Enumerable.Range(0, 19).Where(place => place % 5 != 4), place => Assert.Equal(32, codes.Select(code => code[place]).Distinct().Count()));
    }

    [Theory]
    [InlineData("0A1B-2C3D-4E5F-6G7H")]
    [InlineData("0a1b2c3d4e5f6g7h")]
    [InlineData("  oa1b 2c3d–4e5f 6g7h. ")]
    [InlineData("OAIB 2C3D 4E5F 6G7H")]
    [InlineData("oalb-2c3d-4e5f-6g7h")]
    public void Hash_OfTheSameCodeTypedOtherwise_IsTheSame(string typed)
    {
        Assert.Equal(ReceiptCode.Hash("0A1B-2C3D-4E5F-6G7H", Key), ReceiptCode.Hash(typed, Key));
        Assert.Equal("0A1B-2C3D-4E5F-6G7H", ReceiptCode.Tidy(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0A1B-2C3D-4E5F-6G7")]
    [InlineData("0A1B-2C3D-4E5F-6G7H8")]
    [InlineData("0A1B-2C3D-4E5F-6G7U")]
    [InlineData("0A1B-2C3D-4E5F-6G7Å")]
    [InlineData("<script>")]
    public void Hash_OfNoCode_MatchesNoCode(string typed)
    {
        Assert.Null(ReceiptCode.Tidy(typed));
        Assert.NotEqual(ReceiptCode.Hash("0A1B-2C3D-4E5F-6G7H", Key), ReceiptCode.Hash(typed, Key));
    }

    [Fact]
    public void Hash_UnderAnotherKey_IsAnother()
    {
        byte[] other = [.. Key.Reverse()];

        Assert.NotEqual(ReceiptCode.Hash("0A1B-2C3D-4E5F-6G7H", Key), ReceiptCode.Hash("0A1B-2C3D-4E5F-6G7H", other));
    }
}
