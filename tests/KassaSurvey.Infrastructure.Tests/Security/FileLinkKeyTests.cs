using KassaSurvey.Infrastructure.Security;

namespace KassaSurvey.Infrastructure.Tests.Security;

public sealed class FileLinkKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kassa-key-").FullName;

    [Fact]
    public void Key_WithoutConfiguration_IsMadeOnceAndKept()
    {
        var first = new FileLinkKey(null, Path.Combine(_folder, "new"));
        var second = new FileLinkKey("  ", Path.Combine(_folder, "new"));

        Assert.Equal(32, first.Key.Length);
        Assert.Equal(first.Key.ToArray(), second.Key.ToArray());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "new")));
    }

    [Fact]
    public void Key_OfAnotherFolder_IsAnother() => Assert.NotEqual(
        new FileLinkKey(null, Path.Combine(_folder, "a")).Key.ToArray(), new FileLinkKey(null, Path.Combine(_folder, "b")).Key.ToArray());

    [Fact]
    public void KeyFile_IsReadableByItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _ = new FileLinkKey(null, _folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, FileLinkKey.FileName)));
    }

    [Fact]
    public async Task Key_OfProgramsStartedAtOnce_IsTheSame()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(new FileLinkKey(null, _folder).Key.Span))));

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public void Key_Configured_IsUsedAndNoFileMade()
    {
        var bytes = Enumerable.Range(0, 40).Select(number => (byte)number).ToArray();

        Assert.Equal(bytes, new FileLinkKey(Convert.ToBase64String(bytes), _folder).Key.ToArray());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void Key_TooShortOrNoBase64_IsRefused(string configured) =>
        Assert.Throws<InvalidOperationException>(() => new FileLinkKey(configured, _folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
