using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>The texts of a draft: which there are, how they are set, and which translations are older than their source.</summary>
internal static class DraftTexts
{
    /// <summary>The most characters of a text.</summary>
    public static int Longest(TextPart part) => part is TextPart.Question or TextPart.Lead ? 1000 : 200;

    /// <summary>How a stale translation is marked.</summary>
    public static string Mark(TextKey key, string language) => $"{key}|{language}";

    /// <summary>The texts of a question, also those that are empty.</summary>
    public static IEnumerable<(TextKey Key, LocalizedText Text)> Of(QuestionContent question)
    {
        yield return (TextKey.Of(question.Code, TextPart.Lead), question.Lead);
        yield return (TextKey.Of(question.Code, TextPart.Question), question.Text);
        yield return (TextKey.Of(question.Code, TextPart.MinimumLabel), question.MinimumLabel);
        yield return (TextKey.Of(question.Code, TextPart.MaximumLabel), question.MaximumLabel);
        foreach (var option in question.Options)
        {
            yield return (TextKey.Option(question.Code, option.Code), option.Label);
        }
    }

    /// <summary>All texts in the order of the questionnaire: an area before its first question.</summary>
    public static IEnumerable<(TextKey Key, LocalizedText Text)> Of(QuestionnaireDraft draft)
    {
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var question in draft.Questions)
        {
            if (question.AreaCode is { } code && DraftAreas.PlaceOf(draft, code) is >= 0 and var place && named.Add(code))
            {
                yield return (TextKey.Area(draft.Areas[place].Code), draft.Areas[place].Name);
            }

            foreach (var text in Of(question))
            {
                yield return text;
            }
        }

        foreach (var area in draft.Areas.Where(area => !named.Contains(area.Code)))
        {
            yield return (TextKey.Area(area.Code), area.Name);
        }
    }

    public static Result<QuestionnaireDraft> Set(QuestionnaireDraft draft, TextKey key, string language, string text)
    {
        if (!Languages.IsKnown(language))
        {
            return DraftErrors.TextUnknown(key.ToString(), language);
        }

        if (text.Length > Longest(key.Part))
        {
            return DraftErrors.TextTooLong(key.ToString(), Longest(key.Part));
        }

        return Replace(draft, key, before => LocalizedText.Of(before.Texts.SetItem(language, text.Trim()))) is { } changed
            ? changed
            : DraftErrors.TextUnknown(key.ToString(), language);
    }

    public static Result<QuestionnaireDraft> Confirm(QuestionnaireDraft draft, TextKey key, string language)
    {
        if (Of(draft).Where(text => text.Key == key).Select(text => text.Text).FirstOrDefault() is not { } found)
        {
            return DraftErrors.TextUnknown(key.ToString(), language);
        }

        return found.Has(language)
            ? draft with { StaleTexts = draft.StaleTexts.Remove(Mark(key, language)) }
            : DraftErrors.TranslationMissing(key.ToString(), language);
    }

    /// <summary>
    /// Marks what an edit has left behind: where the source text changed, every translation that did not change with it; a translation
    /// that changed is current again. Marks of texts that are gone go too.
    /// </summary>
    public static QuestionnaireDraft MarkStale(QuestionnaireDraft before, QuestionnaireDraft after)
    {
        var source = after.Settings.SourceLanguage;
        var earlier = Of(before).ToDictionary(text => text.Key, text => text.Text);
        var stale = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (key, text) in Of(after))
        {
            foreach (var language in text.Texts.Keys.Where(language => language != source))
            {
                var mark = Mark(key, language);
                var changed = !earlier.TryGetValue(key, out var was) || !Says(was, text, language);
                var sourceChanged = was is not null && !Says(was, text, source);
                if (!changed && (sourceChanged || after.StaleTexts.Contains(mark)))
                {
                    stale.Add(mark);
                }
            }
        }

        return after with { StaleTexts = stale.ToImmutable() };
    }

    public static QuestionnaireDraft? Replace(QuestionnaireDraft draft, TextKey key, Func<LocalizedText, LocalizedText> change)
    {
        if (key.Part == TextPart.AreaName)
        {
            var area = DraftAreas.PlaceOf(draft, key.Code);
            return area < 0 ? null : draft with
            {
                Areas = draft.Areas.SetItem(area, draft.Areas[area] with { Name = change(draft.Areas[area].Name) }),
            };
        }

        var place = DraftQuestions.PlaceOf(draft, key.Code);
        return place >= 0 && Replace(draft.Questions[place], key, change) is { } question
            ? draft with { Questions = draft.Questions.SetItem(place, question) }
            : null;
    }

    /// <summary>The question with one text changed, or null when it has no such text.</summary>
    public static QuestionContent? Replace(QuestionContent question, TextKey key, Func<LocalizedText, LocalizedText> change)
    {
        switch (key.Part)
        {
            case TextPart.AreaName:
                return null;
            case TextPart.Question:
                return question with { Text = change(question.Text) };
            case TextPart.Lead:
                return question with { Lead = change(question.Lead) };
            case TextPart.MinimumLabel:
                return question with { MinimumLabel = change(question.MinimumLabel) };
            case TextPart.MaximumLabel:
                return question with { MaximumLabel = change(question.MaximumLabel) };
            default:
                return question.Options.FirstOrDefault(option => string.Equals(option.Code, key.OptionCode, StringComparison.OrdinalIgnoreCase)) is { } found
                    ? question with { Options = question.Options.Replace(found, found with { Label = change(found.Label) }) }
                    : null;
        }
    }

    /// <summary>Changes a text in a language that has it; false when that adds a text, takes it away or makes it too long.</summary>
    public static bool TryCorrect(LocalizedText was, TextPart part, string language, string text, out LocalizedText corrected)
    {
        var fits = was.Has(language) && text.Length > 0 && text.Length <= Longest(part);
        corrected = fits ? LocalizedText.Of(was.Texts.SetItem(language, text)) : was;
        return fits;
    }

    private static bool Says(LocalizedText one, LocalizedText other, string language) =>
        one.Texts.GetValueOrDefault(language) == other.Texts.GetValueOrDefault(language);
}
