using System.Collections.Immutable;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>What a condition of an eligibility rule looks at.</summary>
public enum EligibilityKind
{
    /// <summary>The fund has served the member within so many months.</summary>
    ContactWithin = 1,

    /// <summary>The fund served the member last in one of these ways.</summary>
    ContactBy = 2,

    /// <summary>The member's language is one of these.</summary>
    Language = 3,

    /// <summary>The member's category in a segment is one of these; none named = the member has any.</summary>
    Segment = 4,

    /// <summary>The member was born in these years.</summary>
    Born = 5,
}

/// <summary>One condition of an eligibility rule. All conditions of a rule must hold; what is unknown of a member does not hold.</summary>
public sealed record EligibilityCondition
{
    /// <summary>The longest time back, in months.</summary>
    public const int LongestMonths = 120;

    /// <summary>What it looks at.</summary>
    public required EligibilityKind Kind { get; init; }

    /// <summary>The segment's name; empty for the other kinds.</summary>
    public string Name { get; init; } = "";

    /// <summary>Accepted values; empty for the kinds without.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Months back, or the first year of birth; null = open.</summary>
    public int? From { get; init; }

    /// <summary>The last year of birth; null = open.</summary>
    public int? To { get; init; }

    /// <summary>Served within so many months, 1 to <see cref="LongestMonths"/>.</summary>
    public static EligibilityCondition ContactWithin(int months) => new() { Kind = EligibilityKind.ContactWithin, From = months };

    /// <summary>Served last in one of these ways.</summary>
    public static EligibilityCondition ContactBy(params ImmutableArray<string> channels) => new() { Kind = EligibilityKind.ContactBy, Values = channels };

    /// <summary>Speaks one of these languages.</summary>
    public static EligibilityCondition SpeaksOneOf(params ImmutableArray<string> languages) => new() { Kind = EligibilityKind.Language, Values = languages };

    /// <summary>Has one of these categories, or any at all when none is named.</summary>
    public static EligibilityCondition InSegment(string name, params ImmutableArray<string> values) =>
        new() { Kind = EligibilityKind.Segment, Name = name, Values = values };

    /// <summary>Born from one year to another, both included; null = open.</summary>
    public static EligibilityCondition Born(int? from, int? to) => new() { Kind = EligibilityKind.Born, From = from, To = to };

    /// <summary>What is wrong with it, or null.</summary>
    public Error? Problem() => Kind switch
    {
        EligibilityKind.ContactWithin => From is >= 1 and <= LongestMonths ? null : SamplingErrors.MonthsOutOfRange(LongestMonths),
        EligibilityKind.ContactBy => Values.IsEmpty ? SamplingErrors.NoValues(nameof(EligibilityKind.ContactBy)) : null,
        EligibilityKind.Language => Values.IsEmpty || !Values.All(Languages.IsKnown) ? SamplingErrors.NoValues(nameof(EligibilityKind.Language)) : null,
        EligibilityKind.Segment => Name.Length is 0 or > Segment.MaximumLength ? SamplingErrors.NoSegment : null,
        EligibilityKind.Born => (From is null && To is null) || From > To ? SamplingErrors.YearsOfBirthInvalid : null,
        _ => SamplingErrors.NoValues(Kind.ToString()),
    };

    /// <inheritdoc />
    public bool Equals(EligibilityCondition? other) => other is not null
        && (Kind, Name, From, To) == (other.Kind, other.Name, other.From, other.To) && Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Name, From, To, Values.Length);
}
