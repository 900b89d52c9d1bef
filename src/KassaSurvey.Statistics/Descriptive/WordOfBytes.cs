using System.Runtime.Intrinsics;

namespace KassaSurvey.Statistics.Descriptive;

/// <summary>The 64 coded values that belong to one word of a selection, as one vector; the runtime splits it where the machine's are shorter.</summary>
internal static class WordOfBytes
{
    public const int Size = 64;

    /// <summary>The values of rows 64·word … 64·word+63; 0 behind the last row, which a selection never holds.</summary>
    public static Vector512<byte> Load(ReadOnlySpan<byte> values, int word)
    {
        var rows = values[(word << 6)..];
        if (rows.Length >= Size)
        {
            return Vector512.Create(rows);
        }

        Span<byte> padded = stackalloc byte[Size];
        padded.Clear();
        rows.CopyTo(padded);
        return Vector512.Create<byte>(padded);
    }

    /// <summary>All ones where a value lies between the ends: below the low end the subtraction wraps around to a large number.</summary>
    public static Vector512<byte> Between(Vector512<byte> values, byte low, byte high) =>
        Vector512.LessThanOrEqual(values - Vector512.Create(low), Vector512.Create((byte)(high - low)));
}
