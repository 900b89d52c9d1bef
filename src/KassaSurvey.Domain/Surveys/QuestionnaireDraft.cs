using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// A questionnaire while it is composed: areas and questions in order. Immutable; each edit gives a new one or says why it cannot be.
/// No question can be made required: the product has no such thing.
/// </summary>
public sealed record QuestionnaireDraft
{
    /// <summary>Its service areas in order.</summary>
    public ImmutableArray<WaveArea> Areas { get; init; } = [];

    /// <summary>Its questions in order.</summary>
    public ImmutableArray<QuestionContent> Questions { get; init; } = [];

    /// <summary>Languages, minutes, last day.</summary>
    public WaveSettings Settings { get; init; } = new();

    /// <summary>Translations whose source text was changed since: <c>key|language</c>.</summary>
    public ImmutableSortedSet<string> StaleTexts { get; init; } = [];

    /// <summary>Codes that an earlier year asked: they cannot be changed. Not part of what is undone.</summary>
    public ImmutableHashSet<string> EarlierCodes { get; init; } = [];

    /// <summary>Makes an edit.</summary>
    public Result<QuestionnaireDraft> Apply(DraftEdit edit) => throw new NotImplementedException();

    /// <summary>The question with this code (case does not matter), or null.</summary>
    public QuestionContent? Find(string code) =>
        Questions.FirstOrDefault(question => string.Equals(question.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every text and how it stands in each language of the wave; a text that no language has is left out.</summary>
    public ImmutableArray<TranslatedText> Texts() => throw new NotImplementedException();
}
