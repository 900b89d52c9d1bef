using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>
/// A questionnaire while it is composed: areas and questions in order. Immutable; each edit gives a new one or says why it cannot be.
/// No question can be made required: the product has no such thing.
/// </summary>
public sealed record QuestionnaireDraft
{
    private const int MostMinutes = 60;

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

    /// <summary>The questionnaire of a wave.</summary>
    /// <param name="wave">The wave with its questions.</param>
    /// <param name="areas">The survey's areas: those of a wave that has none of its own yet.</param>
    /// <param name="sourceLanguage">The fund's language: the source of a wave that says nothing else.</param>
    /// <param name="earlierCodes">Codes that an earlier year asked.</param>
    public static QuestionnaireDraft Of(
        Wave wave, IEnumerable<ServiceArea> areas, string sourceLanguage, IEnumerable<string> earlierCodes) => new()
    {
        Areas = AreasOf(wave, [.. areas]),
        Questions = [.. wave.Questions.OrderBy(question => question.Order).Select(question => question.Content())],
        Settings = wave.Composition?.Settings ?? new()
        {
            SourceLanguage = sourceLanguage,
            StatedMinutes = LongestWay.Minutes([.. wave.Questions.OrderBy(question => question.Order).Select(question => question.Content())]),
        },
        StaleTexts = wave.Composition?.StaleTexts ?? [],
        EarlierCodes = earlierCodes.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>Makes an edit.</summary>
    /// <returns>The questionnaire after it, or why it cannot be: an edit never breaks a condition, and names both questions.</returns>
    public Result<QuestionnaireDraft> Apply(DraftEdit edit)
    {
        var edited = Edit(edit);
        if (!edited.IsSuccess || edit is DraftEdit.ConfirmTranslation)
        {
            return edited;
        }

        // What was wrong before, in a questionnaire from elsewhere, must not stop its own repair.
        Error[] broken = [.. DraftConditions.Check(edited.Value.Questions).Except(DraftConditions.Check(Questions))];
        return broken.Length > 0 ? Result<QuestionnaireDraft>.Failed(broken) : DraftTexts.MarkStale(this, edited.Value);
    }

    /// <summary>The question with this code (case does not matter), or null.</summary>
    public QuestionContent? Find(string code) =>
        Questions.FirstOrDefault(question => string.Equals(question.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every text, in order, and how it stands in each language of the wave; an empty text that may be empty is left out.</summary>
    public ImmutableArray<TranslatedText> Texts() =>
    [
        .. DraftTexts.Of(this)
            .Where(text => !text.Text.IsEmpty || text.Key.Part is TextPart.Question or TextPart.Option or TextPart.AreaName)
            .Select(text => new TranslatedText(text.Key, text.Text, Settings.Languages.ToImmutableSortedDictionary(
                language => language, language => StateOf(text.Key, text.Text, language), StringComparer.Ordinal))),
    ];

    /// <inheritdoc />
    public bool Equals(QuestionnaireDraft? other) => other is not null && Areas.SequenceEqual(other.Areas)
        && Questions.SequenceEqual(other.Questions) && Settings == other.Settings && StaleTexts.SetEquals(other.StaleTexts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Areas.Length, Questions.Length, Settings, StaleTexts.Count);

    /// <summary>A draft has areas of its own; once open, the survey's names hold, for they may have been corrected.</summary>
    private static ImmutableArray<WaveArea> AreasOf(Wave wave, IReadOnlyList<ServiceArea> areas)
    {
        if (wave.Composition is not { } composition)
        {
            return [.. areas.OrderBy(area => area.Order).Select(area => new WaveArea(area.Code, area.Name))];
        }

        return wave.Status == WaveStatus.Draft ? composition.Areas :
        [
            .. composition.Areas.Select(own => areas.FirstOrDefault(area => string.Equals(area.Code, own.Code, StringComparison.OrdinalIgnoreCase)) is { } area
                ? own with { Name = area.Name }
                : own),
        ];
    }

    private TranslationState StateOf(TextKey key, LocalizedText text, string language) =>
        !text.Has(language) ? TranslationState.Missing
        : StaleTexts.Contains(DraftTexts.Mark(key, language)) ? TranslationState.Stale
        : TranslationState.Current;

    private Result<QuestionnaireDraft> Edit(DraftEdit edit) => edit switch
    {
        DraftEdit.AddArea add => DraftAreas.Add(this, add.Code, add.Name, add.Place),
        DraftEdit.RenameArea rename => DraftAreas.Rename(this, rename.Code, rename.Name),
        DraftEdit.MoveArea move => DraftAreas.Move(this, move.Code, move.Place),
        DraftEdit.RemoveArea remove => DraftAreas.Remove(this, remove.Code),
        DraftEdit.AddQuestion add => DraftQuestions.Add(this, add.Content, add.Place),
        DraftEdit.ChangeQuestion change => DraftQuestions.Change(this, change.Code, change.Content),
        DraftEdit.MoveQuestion move => DraftQuestions.Move(this, move.Code, move.Place),
        DraftEdit.RemoveQuestion remove => DraftQuestions.Remove(this, remove.Code),
        DraftEdit.SetCondition set => DraftQuestions.SetCondition(this, set.Code, set.Condition),
        DraftEdit.SetText set => DraftTexts.Set(this, set.Key, set.Language, set.Text),
        DraftEdit.ConfirmTranslation confirm => DraftTexts.Confirm(this, confirm.Key, confirm.Language),
        DraftEdit.ChangeSettings change => Change(change.Settings),
        _ => throw new InvalidOperationException($"Unknown edit {edit.GetType().Name}."),
    };

    private Result<QuestionnaireDraft> Change(WaveSettings settings) =>
        settings.Languages.IsDefaultOrEmpty || !settings.Languages.All(Languages.IsKnown)
            || settings.Languages.Distinct().Count() != settings.Languages.Length
            || !settings.Languages.Contains(settings.SourceLanguage) || settings.StatedMinutes is < 1 or > MostMinutes
            ? DraftErrors.SettingsInvalid
            : this with { Settings = settings };
}
