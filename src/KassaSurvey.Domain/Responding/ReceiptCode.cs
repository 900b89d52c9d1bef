using System.Security.Cryptography;

namespace KassaSurvey.Domain.Responding;

/// <summary>
/// The code on the thank-you page, with which its holder can later erase the answer: 16 letters and digits, 80 random bits. It is
/// derived from nothing, so no key of the installation leads from a member to it; only its hash is kept, with the response.
/// </summary>
public static class ReceiptCode
{
    /// <summary>Letters and digits in a code, apart from the dashes between its groups.</summary>
    public const int Length = 16;

    private const int Group = 4;

    // Without I, L, O and U: nothing that is read as something else, and no words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int HashSize = 32;

    /// <summary>A new code in its written form, four groups of four.</summary>
    public static string New() => Write(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>What is kept of a code: a keyed hash of 32 bytes. A text that is no code has one too; it matches none that is kept.</summary>
    /// <param name="code">The code as somebody typed it: spaces, dashes and small letters do not matter, O is read as 0, I and L as 1.</param>
    /// <param name="key">The installation's link key.</param>
    public static byte[] Hash(string code, ReadOnlySpan<byte> key)
    {
        // The label keeps it from ever being another seal's.
        Span<byte> message = stackalloc byte[8 + Length];
        "receipt:"u8.CopyTo(message);
        var length = Read(code, message[8..]);
        var hash = new byte[HashSize];
        HMACSHA256.HashData(key, message[..(8 + length)], hash);
        return hash;
    }

    /// <summary>The written form of a code, or null when the text is none.</summary>
    public static string? Tidy(string? text)
    {
        Span<byte> letters = stackalloc byte[Length];
        return text is not null && Read(text, letters) == Length ? Write(System.Text.Encoding.ASCII.GetString(letters)) : null;
    }

    /// <returns>The number of letters; 0 for a text that is no code.</returns>
    private static int Read(string text, Span<byte> letters)
    {
        var count = 0;
        foreach (var typed in text)
        {
            if (char.IsWhiteSpace(typed) || typed is '-' or '–' or '‑' or '_' or '.')
            {
                continue;
            }

            var letter = char.ToUpperInvariant(typed) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (count == Length || !Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                return 0;
            }

            letters[count++] = (byte)letter;
        }

        return count == Length ? Length : 0;
    }

    private static string Write(string letters) =>
        string.Join('-', Enumerable.Range(0, Length / Group).Select(group => letters.Substring(group * Group, Group)));
}
