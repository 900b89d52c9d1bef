using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Releases;

/// <summary>What can stop a release.</summary>
public static class ReleaseErrors
{
    /// <summary>Who froze it cannot approve it.</summary>
    public static readonly Error SamePerson = Error.Of("Release.SamePerson");

    /// <summary>No such release or file.</summary>
    public static readonly Error NotFound = Error.Of("Release.NotFound");

    /// <summary>A release is of everybody's results of a closed wave.</summary>
    public static readonly Error NotClosed = Error.Of("Release.NotClosed");

    /// <summary>The sentence is not in the report any more.</summary>
    public static readonly Error NoSentence = Error.Of("Release.NoSentence");

    /// <summary>The version before has neither been approved nor rejected.</summary>
    public static Error Undecided(int version) => Error.Of("Release.Undecided", version);

    /// <summary>This version has been approved or rejected already.</summary>
    public static Error Decided(int version) => Error.Of("Release.Decided", version);

    /// <summary>A correction needs a reason.</summary>
    public static Error NoReason(int version) => Error.Of("Release.NoReason", version);

    /// <summary>The first day is past, or too far off.</summary>
    public static Error Embargo(DateOnly first, DateOnly last) => Error.Of("Release.Embargo", first, last);

    /// <summary>Too many characters.</summary>
    public static Error TooLong(int most) => Error.Of("Release.TooLong", most);

    /// <summary>The difference from an approved version would tell what a few people answered.</summary>
    public static Error TooSimilar(int version, int fewest) => Error.Of("Release.TooSimilar", version, fewest);

    /// <summary>Sentences were edited before their figures changed.</summary>
    public static Error StaleEdits(int count) => Error.Of("Release.StaleEdits", count);
}
