namespace KassaSurvey.Infrastructure;

/// <summary>A file for answers on their way in or out: readable by the program only, gone when closed, and when the program is killed.</summary>
public static class TemporaryFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>Makes one, empty.</summary>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"kassa-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var content = new FileStream(path, options);
        // A file without a name is gone whatever happens to the program.
        File.Delete(path);
        return content;
    }
}
