using System.Collections.Immutable;

namespace KassaSurvey.Domain.Surveys;

/// <summary>A service area as one wave has it. Becomes the survey's <see cref="ServiceArea"/> when the wave opens.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Its name.</param>
public sealed record WaveArea(string Code, LocalizedText Name);

/// <summary>What is settled about a wave besides its questions.</summary>
public sealed record WaveSettings
{
    /// <summary>The minutes that the first page names, unless the wave says otherwise.</summary>
    public const int UsualMinutes = 3;

    /// <summary>The languages members can answer in, as codes.</summary>
    public ImmutableArray<string> Languages { get; init; } = [.. Primitives.Languages.All];

    /// <summary>The language that texts are written in first; the others are translated from it.</summary>
    public string SourceLanguage { get; init; } = Primitives.Languages.Finnish;

    /// <summary>How many minutes members are told it takes.</summary>
    public int StatedMinutes { get; init; } = UsualMinutes;

    /// <summary>Last day of answering, when settled.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <inheritdoc />
    public bool Equals(WaveSettings? other) => other is not null && Languages.SequenceEqual(other.Languages)
        && (SourceLanguage, StatedMinutes, ClosesOn) == (other.SourceLanguage, other.StatedMinutes, other.ClosesOn);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Languages.Length, SourceLanguage, StatedMinutes, ClosesOn);
}

/// <summary>What a composed wave carries besides its questions.</summary>
/// <param name="Areas">Its service areas in order.</param>
/// <param name="Settings">Languages, minutes, last day.</param>
/// <param name="StaleTexts">Translations whose source text was changed since: <c>key|language</c>.</param>
public sealed record WaveComposition(ImmutableArray<WaveArea> Areas, WaveSettings Settings, ImmutableSortedSet<string> StaleTexts)
{
    /// <inheritdoc />
    public bool Equals(WaveComposition? other) => other is not null && Areas.SequenceEqual(other.Areas)
        && Settings == other.Settings && StaleTexts.SetEquals(other.StaleTexts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Areas.Length, Settings, StaleTexts.Count);
}
