using System.Buffers.Binary;
using System.Security.Cryptography;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Invitations;

/// <summary>
/// The code that a letter prints for a member to type: twelve letters and digits in groups of four, 54 derived bits and a check letter.
/// It is derived from the invitation as the link's token is, so a letter can be printed a second time; only its hash is kept, to be
/// found by. The check letter tells every single wrong letter and every swapped pair before anything is looked up.
/// </summary>
public static class LetterCode
{
    /// <summary>Letters and digits in a code, apart from the dashes between its groups.</summary>
    public const int Length = 12;

    private const int Group = 4;
    private const int Drawn = Length - 1;

    // Without 0, 1, I, L and O: nothing that is read as something else. 31 letters: a prime, as the check letter wants it.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static int Base => Alphabet.Length;

    /// <summary>The code of an invitation in its written form, three groups of four.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="key">The installation's link key.</param>
    public static string Of(InvitationId invitation, ReadOnlySpan<byte> key)
    {
        // The label keeps it from ever being a piece of another seal.
        Span<byte> message = stackalloc byte[7 + sizeof(long)];
        "letter:"u8.CopyTo(message);
        BinaryPrimitives.WriteInt64BigEndian(message[7..], invitation.Value);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        var number = BinaryPrimitives.ReadUInt128BigEndian(hash);
        Span<char> letters = stackalloc char[Length];
        foreach (ref var letter in letters[..Drawn])
        {
            (number, var digit) = UInt128.DivRem(number, (UInt128)Base);
            letter = Alphabet[(int)digit];
        }

        letters[Drawn] = CheckLetter(letters[..Drawn]);
        return Write(letters);
    }

    /// <summary>What is kept of a code: a keyed hash of 32 bytes. Null for a text that cannot be a code.</summary>
    /// <param name="typed">The code as somebody typed it: spaces, dashes and small letters do not matter.</param>
    /// <param name="key">The installation's link key.</param>
    public static byte[]? Hash(string? typed, ReadOnlySpan<byte> key)
    {
        Span<char> letters = stackalloc char[Length];
        if (!TryRead(typed, letters))
        {
            return null;
        }

        Span<byte> message = stackalloc byte[12 + Length];
        "letter-hash:"u8.CopyTo(message);
        System.Text.Encoding.ASCII.GetBytes(letters, message[12..]);
        return HMACSHA256.HashData(key, message);
    }

    private static bool TryRead(string? typed, Span<char> letters)
    {
        var count = 0;
        foreach (var character in typed ?? "")
        {
            if (char.IsWhiteSpace(character) || character is '-' or '–' or '‑' or '_' or '.')
            {
                continue;
            }

            var letter = char.ToUpperInvariant(character);
            if (count == Length || !Alphabet.Contains(letter, StringComparison.Ordinal))
            {
                return false;
            }

            letters[count++] = letter;
        }

        return count == Length && letters[Drawn] == CheckLetter(letters[..Drawn]);
    }

    /// <summary>Places are weighed 1 to 11: no two alike, so that a swap changes the sum.</summary>
    private static char CheckLetter(ReadOnlySpan<char> drawn)
    {
        var sum = 0;
        for (var place = 0; place < drawn.Length; place++)
        {
            sum += (place + 1) * Alphabet.IndexOf(drawn[place], StringComparison.Ordinal);
        }

        return Alphabet[sum % Base];
    }

    private static string Write(ReadOnlySpan<char> letters) => $"{letters[..Group]}-{letters[Group..(2 * Group)]}-{letters[(2 * Group)..]}";
}
