using System.Security.Cryptography;

namespace KassaSurvey.Domain.Primitives;

/// <summary>An identity that cannot be mistaken for another entity's: a random positive 63-bit number made by the program.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The number, 1 to 2^63 - 1; 0 means "no id".</summary>
    long Value { get; }

    /// <summary>The id with this number.</summary>
    static abstract TSelf From(long value);

    /// <summary>A new random id. Random, so an id tells neither order nor time.</summary>
    static virtual TSelf New()
    {
        Span<byte> bytes = stackalloc byte[8];
        long value;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            value = BitConverter.ToInt64(bytes) & long.MaxValue;
        }
        while (value == 0);
        return TSelf.From(value);
    }
}

/// <summary>Makes new ids: <c>NewId.Of&lt;WaveId&gt;()</c>.</summary>
public static class NewId
{
    /// <summary>A new random id of the given type.</summary>
    public static TId Of<TId>()
        where TId : struct, ITypedId<TId> => TId.New();
}
