using System.Buffers.Binary;
using BigGustave;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Infrastructure.Exports.Pdf;

/// <summary>A picture as a PDF takes it: pixels, or a JPEG as it is.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">Rows of red, green and blue; or the JPEG.</param>
/// <param name="Entries">What the picture's dictionary says of the bytes.</param>
/// <param name="IsPacked">True when the bytes are compressed already.</param>
internal sealed record PdfPicture(int Width, int Height, byte[] Bytes, string Entries, bool IsPacked)
{
    /// <summary>Reads a logo; null for what cannot be read here (WebP, JPEG in print colours, a damaged file): the cover then does without.</summary>
    public static PdfPicture? Of(LogoFile logo) => logo.MediaType switch
    {
        "image/png" => OfPng(logo),
        "image/jpeg" => ColoursOf(logo.Bytes.AsSpan()) switch
        {
            1 => new(logo.Width, logo.Height, [.. logo.Bytes], "/Filter /DCTDecode /ColorSpace /DeviceGray", IsPacked: true),
            3 => new(logo.Width, logo.Height, [.. logo.Bytes], "/Filter /DCTDecode /ColorSpace /DeviceRGB", IsPacked: true),
            _ => null,
        },
        _ => null,
    };

    /// <summary>What is transparent is laid on white: the ground that a cover has for it.</summary>
    private static PdfPicture? OfPng(LogoFile logo)
    {
        Png png;
        try
        {
            png = Png.Open([.. logo.Bytes]);
        }
#pragma warning disable CA1031 // The reader names no exceptions, and a damaged logo must not stop a report.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        var bytes = new byte[png.Width * png.Height * 3];
        var next = 0;
        for (var y = 0; y < png.Height; y++)
        {
            for (var x = 0; x < png.Width; x++)
            {
                var pixel = png.GetPixel(x, y);
                foreach (var part in (ReadOnlySpan<byte>)[pixel.R, pixel.G, pixel.B])
                {
                    bytes[next++] = (byte)(((part * pixel.A) + (255 * (255 - pixel.A)) + 127) / 255);
                }
            }
        }

        return new(png.Width, png.Height, bytes, "/ColorSpace /DeviceRGB", IsPacked: false);
    }

    /// <summary>How many colours a JPEG has: the last byte before the list of them in its frame header (ITU-T T.81, B.2.2); 0 when there is none.</summary>
    private static int ColoursOf(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xff; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]))
        {
            if (file[at + 1] is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return file[at + 9];
            }
        }

        return 0;
    }
}
