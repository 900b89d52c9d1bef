using System.CommandLine;
using KassaSurvey.Infrastructure;

namespace KassaSurvey.Web.Commands;

/// <summary>The file that an import verb reads.</summary>
public static class ImportFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>The verb's argument.</summary>
    public static Argument<FileInfo> Argument() => new Argument<FileInfo>("FILE") { Description = "The CSV file, in UTF-8." }.AcceptExistingOnly();

    /// <summary>Opens the file. An import reads it more than once, so a pipe is kept in a temporary file that deletes itself.</summary>
    public static async Task<Stream> OpenAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
        if (content.CanSeek)
        {
            return content;
        }

        await using (content)
        {
            var spooled = TemporaryFile.Create();
            await content.CopyToAsync(spooled, cancellationToken);
            return spooled;
        }
    }
}
