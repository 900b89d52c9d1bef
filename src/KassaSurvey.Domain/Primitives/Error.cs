namespace KassaSurvey.Domain.Primitives;

/// <summary>An expected failure: a code that a page looks its sentence up by, and the values that sentence names.</summary>
/// <param name="Code">Stable key, for example <c>Import.OutOfRange</c>; never a sentence.</param>
/// <param name="Arguments">Values for the sentence's placeholders, in order.</param>
public sealed record Error(string Code, IReadOnlyList<object?> Arguments)
{
    /// <summary>Makes an error from its code and arguments.</summary>
    public static Error Of(string code, params object?[] arguments) => new(code, arguments);

    /// <inheritdoc />
    public bool Equals(Error? other) =>
        other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc />
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() =>
        Arguments.Count == 0 ? Code : $"{Code}({string.Join(", ", Arguments)})";
}
