using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Letters;

/// <summary>What can be wrong with letters and their codes.</summary>
public static class LetterErrors
{
    /// <summary>No letter has this code. Mistyped, made up and ended codes are told alike.</summary>
    public static Error UnknownCode { get; } = Error.Of("Letter.UnknownCode");

    /// <summary>There is no such wave.</summary>
    public static Error NoSuchWave { get; } = Error.Of("Letter.NoSuchWave");

    /// <summary>The wave is closed: nobody can answer it any more.</summary>
    public static Error WaveClosed { get; } = Error.Of("Letter.WaveClosed");
}
