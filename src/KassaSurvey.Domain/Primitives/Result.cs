namespace KassaSurvey.Domain.Primitives;

/// <summary>The outcome of a use case without a value: done, or the expected errors that stopped it.</summary>
public readonly record struct Result
{
    private readonly IReadOnlyList<Error>? _errors;

    private Result(IReadOnlyList<Error> errors) => _errors = errors;

    /// <summary>The errors; empty when the work was done.</summary>
    public IReadOnlyList<Error> Errors => _errors ?? [];

    /// <summary>True when the work was done.</summary>
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The work was done.</summary>
    public static Result Done => default;

    /// <summary>The work was not done, for these reasons (at least one).</summary>
    public static Result Failed(params IReadOnlyList<Error> errors) => new(errors);

    /// <summary>A successful result with a value.</summary>
    public static Result<T> Of<T>(T value) => new(value);

    /// <summary>A single error stands for a failed result.</summary>
    public static implicit operator Result(Error error) => Failed(error);
}

/// <summary>The outcome of a use case: a value, or the expected errors that stopped it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Error>? _errors;

    internal Result(T value) => _value = value;

    private Result(IReadOnlyList<Error> errors) => _errors = errors;

    /// <summary>The errors; empty on success.</summary>
    public IReadOnlyList<Error> Errors => _errors ?? [];

    /// <summary>True when there is a value.</summary>
    public bool IsSuccess => Errors.Count == 0;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The result failed; asking for its value is a bug.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"No value: {string.Join("; ", Errors)}");

    /// <summary>The work was not done, for these reasons (at least one).</summary>
    public static Result<T> Failed(params IReadOnlyList<Error> errors) => new(errors);

    /// <summary>A value stands for a successful result.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A single error stands for a failed result.</summary>
    public static implicit operator Result<T>(Error error) => Failed(error);
}
