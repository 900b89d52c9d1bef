using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Exports;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>The file of an export, read piece by piece: never more than one in memory. Owns the context it reads with.</summary>
internal sealed class PartReader(KassaDbContext db, DataExport export) : Stream
{
    private byte[] _part = [];
    private int _number = -1;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => export.Bytes;

    /// <inheritdoc />
    public override long Position { get; set; }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = (int)(Position / DataExportPart.Size);
        if (number != _number)
        {
            _part = await db.DataExportParts.AsNoTracking()
                .Where(part => part.ExportId == export.Id && part.Attempt == export.Attempts && part.Number == number)
                .Select(part => part.Content).SingleAsync(cancellationToken);
            _number = number;
        }

        var rest = _part.AsMemory((int)(Position % DataExportPart.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously: each piece comes from the database.");

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            db.Dispose();
        }

        base.Dispose(disposing);
    }
}
