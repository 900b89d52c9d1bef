using System.Text;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Domain.Tests.Organisation;

public class LogoFileTests
{
    // One pixel or few, as the usual tools write them.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR42mNkYPhfz8DAwAgABhkBAVF6cTEAAAAASUVORK5CYII=";
    private const string LosslessWebP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";
    private const string LossyWebP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    private const string Jpeg = "/9j/4AAQSkZJRgABAQAAAQABAAD/wAARCAAFAAcDASIAAhEBAxEB/9k=";

    [Theory]
    [InlineData(Png, "image/png", 2, 3)]
    [InlineData(LosslessWebP, "image/webp", 1, 1)]
    [InlineData(LossyWebP, "image/webp", 1, 1)]
    [InlineData(Jpeg, "image/jpeg", 7, 5)]
    public void Read_EachKindOfPicture_TellsTypeAndSize(string file, string type, int width, int height)
    {
        var logo = LogoFile.Read(Convert.FromBase64String(file)).Value;

        Assert.Equal((type, width, height), (logo.MediaType, logo.Width, logo.Height));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF89a and some more than thirty bytes of it")]
    [InlineData("RIFF....WEBPVP8 ")]
    [InlineData("just words")]
    public void Read_AnythingElse_IsRefused(string file) =>
        Assert.Equal(FaceErrors.NotAPicture, Assert.Single(LogoFile.Read(Encoding.Latin1.GetBytes(file)).Errors));

    [Fact]
    public void Read_CutAtAnyByte_NeverThrows()
    {
        foreach (var file in new[] { Png, LosslessWebP, LossyWebP, Jpeg }.Select(Convert.FromBase64String))
        {
            for (var length = 0; length < file.Length; length++)
            {
                _ = LogoFile.Read(file.AsSpan(0, length));
            }
        }
    }

    [Fact]
    public void Read_TooLargeFile_IsRefused() =>
        Assert.Equal("Face.PictureTooLarge", Assert.Single(LogoFile.Read(new byte[LogoFile.LargestBytes + 1]).Errors).Code);

    [Fact]
    public void Version_OfAnotherPicture_IsAnother()
    {
        var file = Convert.FromBase64String(Png);
        var before = LogoFile.Read(file).Value.Version;
        file[^1] ^= 1;

        Assert.NotEqual(before, LogoFile.Read(file).Value.Version);
    }
}
