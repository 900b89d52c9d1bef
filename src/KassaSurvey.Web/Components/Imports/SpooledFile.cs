using KassaSurvey.Infrastructure;
using Microsoft.AspNetCore.Components.Forms;

namespace KassaSurvey.Web.Components.Imports;

/// <summary>An uploaded file while it is looked at: on the server's disk, readable by the program only, gone when closed.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    /// <summary>The largest file the page takes.</summary>
    public const long LargestBytes = LargestMegabytes * 1024L * 1024L;

    /// <summary>The same in megabytes.</summary>
    public const int LargestMegabytes = 500;

    private const int BufferSize = 1 << 16;

    private SpooledFile(string name, FileStream content) => (Name, Content) = (name, content);

    /// <summary>The file's name on the sender's device.</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public Stream Content { get; }

    /// <summary>Receives a file.</summary>
    /// <param name="source">The chosen file.</param>
    /// <param name="progress">Told how many bytes have come.</param>
    /// <param name="cancellationToken">Stops the transfer.</param>
    public static async Task<SpooledFile> ReceiveAsync(IBrowserFile source, Action<long> progress, CancellationToken cancellationToken)
    {
        var content = TemporaryFile.Create();
        try
        {
            await using var upload = source.OpenReadStream(LargestBytes, cancellationToken);
            var buffer = new byte[BufferSize];
            int read;
            while ((read = await upload.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                progress(content.Length);
            }

            return new(source.Name, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes and deletes the file.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
