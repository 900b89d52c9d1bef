using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>One thing the narrative says, without words: the same in every language.</summary>
/// <param name="Kind">What is said: a key of <see cref="NarrativeTexts"/>.</param>
/// <param name="Arguments">The values of the sentence, in order.</param>
public sealed record NarrativeFact(string Kind, ImmutableArray<FactArgument> Arguments)
{
    /// <summary>Makes a fact.</summary>
    public static NarrativeFact Of(string kind, params FactArgument[] arguments) => new(kind, [.. arguments]);

    /// <inheritdoc />
    public bool Equals(NarrativeFact? other) =>
        other is not null && Kind == other.Kind && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Arguments.Length);
}

/// <summary>A value within a fact.</summary>
public abstract record FactArgument
{
    private FactArgument()
    {
    }

    /// <summary>A grade or index.</summary>
    public sealed record Figure(double Value, int Decimals) : FactArgument;

    /// <summary>A share 0-1.</summary>
    public sealed record Share(double Value) : FactArgument;

    /// <summary>A whole number of something.</summary>
    public sealed record Count(long Value) : FactArgument;

    /// <summary>A year.</summary>
    public sealed record Year(ReportingYear Value) : FactArgument;

    /// <summary>Several years, listed with "and".</summary>
    public sealed record Years(ImmutableArray<ReportingYear> Values) : FactArgument
    {
        /// <inheritdoc />
        public bool Equals(Years? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc />
        public override int GetHashCode() => Values.Length;
    }

    /// <summary>An answer scale.</summary>
    public sealed record Scale(AnswerScale Value) : FactArgument;

    /// <summary>Words that are data: conditions of a filter.</summary>
    public sealed record Words(string Value) : FactArgument;

    /// <summary>Things listed with "and", each perhaps with its figure.</summary>
    public sealed record Topics(ImmutableArray<Topic> Values) : FactArgument
    {
        /// <inheritdoc />
        public bool Equals(Topics? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc />
        public override int GetHashCode() => Values.Length;
    }
}

/// <summary>Something named in a list.</summary>
/// <param name="Code">The question's or option's code.</param>
/// <param name="Name">How the questionnaire words it, for codes that have no short name of their own.</param>
public sealed record Topic(string Code, LocalizedText Name)
{
    /// <summary>The grade it got, shown after it.</summary>
    public double? Grade { get; init; }

    /// <summary>The grade's scale where it is not the one of the overall grade.</summary>
    public AnswerScale? Scale { get; init; }

    /// <summary>The change, shown after it.</summary>
    public double? Change { get; init; }

    /// <summary>The share 0-1, shown after it.</summary>
    public double? Share { get; init; }
}
