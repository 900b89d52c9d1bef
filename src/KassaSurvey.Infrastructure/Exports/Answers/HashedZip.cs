using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Infrastructure.Exports.Answers;

/// <summary>A zip whose last file lists the others with their sizes and SHA-256.</summary>
/// <param name="zip">The archive; written from the beginning to the end.</param>
/// <param name="folder">The folder of all files, with a slash at its end; empty for none.</param>
internal sealed class HashedZip(ZipArchive zip, string folder = "")
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonArray _files = [];

    /// <summary>Adds a file.</summary>
    public async Task AddAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(folder + name, CompressionLevel.Fastest);
        await using var stream = await entry.OpenAsync(cancellationToken);
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true);
        await write(hashed);
        await hashed.FlushFinalBlockAsync(cancellationToken);
        _files.Add(new JsonObject { ["name"] = name, ["bytes"] = stream.Position, ["sha256"] = Convert.ToHexStringLower(hash.Hash!) });
    }

    /// <summary>Adds a file of a format that looks back while it writes: it gets a file of its own first.</summary>
    public Task AddSeekingAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken) => AddAsync(
        name,
        async stream =>
        {
            await using var file = TemporaryFile.Create();
            await write(file);
            file.Position = 0;
            await file.CopyToAsync(stream, cancellationToken);
        },
        cancellationToken);

    /// <summary>Adds the list to answers.</summary>
    public Task AddManifestAsync(AnswerSet answers, int columns, CancellationToken cancellationToken) => AddManifestAsync(
        new { title = answers.Title, years = answers.Years, dataVersion = answers.DataVersion, language = answers.Language, rows = answers.Values.RowCount, columns },
        cancellationToken);

    /// <summary>Adds the list.</summary>
    /// <param name="facts">What else it says.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AddManifestAsync(object facts, CancellationToken cancellationToken)
    {
        var manifest = JsonSerializer.SerializeToNode(facts)!.AsObject();
        manifest["files"] = _files;
        return AddAsync("manifest.json", stream => JsonSerializer.SerializeAsync(stream, manifest, Indented, cancellationToken), cancellationToken);
    }
}
