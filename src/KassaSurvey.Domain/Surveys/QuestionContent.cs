using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>Wording and rules of a question, apart from its place in a wave. Validated when made.</summary>
public sealed record QuestionContent
{
    /// <summary>The longest open answer the product takes, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Makes the content of a question.</summary>
    /// <exception cref="ArgumentException">The code is not a valid code.</exception>
    public QuestionContent(string code, QuestionKind kind, LocalizedText text)
    {
        if (!CodeText.IsCode(code))
        {
            throw new ArgumentException($"'{code}' is not a valid question code.", nameof(code));
        }

        Code = code;
        Kind = kind;
        Text = text;
        Scale = kind == QuestionKind.Recommendation ? AnswerScale.Recommendation : null;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>What kind of answer it takes.</summary>
    public QuestionKind Kind { get; }

    /// <summary>The question itself.</summary>
    public LocalizedText Text { get; init; }

    /// <summary>The service area, or null.</summary>
    public string? AreaCode { get; init; }

    /// <summary>The side of the experience it tells of, or null.</summary>
    public ExperienceDimension? Dimension { get; init; }

    /// <summary>The scale of a rating, else null.</summary>
    public AnswerScale? Scale { get; init; }

    /// <summary>True when "can't say" is offered.</summary>
    public bool AllowsCantSay { get; init; }

    /// <summary>Introduces several questions, or empty.</summary>
    public LocalizedText Lead { get; init; } = LocalizedText.Empty;

    /// <summary>The word at the low end.</summary>
    public LocalizedText MinimumLabel { get; init; } = LocalizedText.Empty;

    /// <summary>The word at the high end.</summary>
    public LocalizedText MaximumLabel { get; init; } = LocalizedText.Empty;

    /// <summary>The options of a choice question.</summary>
    public ImmutableArray<AnswerOption> Options { get; init; } = [];

    /// <summary>When it is shown; null means always.</summary>
    public DisplayCondition? Condition { get; init; }

    /// <summary>The most options that may be chosen; 0 means any number.</summary>
    public int MaximumChoices { get; init; }

    /// <summary>The longest text; 0 means the product's limit.</summary>
    public int MaximumLength { get; init; }

    /// <inheritdoc />
    public bool Equals(QuestionContent? other) => other is not null
        && (Code, Kind, AreaCode, Scale, AllowsCantSay, MaximumChoices, MaximumLength)
            == (other.Code, other.Kind, other.AreaCode, other.Scale, other.AllowsCantSay, other.MaximumChoices, other.MaximumLength)
        && Text == other.Text && Lead == other.Lead && MinimumLabel == other.MinimumLabel && MaximumLabel == other.MaximumLabel
        && Condition == other.Condition && Options.SequenceEqual(other.Options);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Kind, Text, Options.Length);
}
