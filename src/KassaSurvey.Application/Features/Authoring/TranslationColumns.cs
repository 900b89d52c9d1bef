using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>The columns of a translation file: key, place, source language, other languages, and which of them wait for the translator.</summary>
internal static class TranslationColumns
{
    public const string Key = "key";
    private const string Place = "place";
    private const string Waiting = "to do";

    /// <summary>The sheet of a draft.</summary>
    public static TranslationSheet Write(string title, QuestionnaireDraft draft)
    {
        var languages = LanguagesOf(draft.Settings);
        return new(title, draft.Settings.SourceLanguage, [Key, Place, .. languages.Select(Heading), Waiting],
        [
            .. draft.Texts().Select(text => ImmutableArray.Create<string>(
            [
                text.Key.ToString(), PlaceOf(draft, text.Key), .. languages.Select(language => text.Text.Texts.GetValueOrDefault(language, "")),
                string.Join(", ", languages.Where(language => text.States[language] != TranslationState.Current)),
            ])),
        ]);
    }

    /// <summary>The column of each language that a heading names: "sv" or "Svenska [sv]".</summary>
    public static ImmutableDictionary<string, int> LanguagesIn(TranslationRow headings)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, int>();
        for (var column = 0; column < headings.Cells.Length; column++)
        {
            var heading = (headings.Cells[column] ?? "").Trim();
            foreach (var language in Languages.All)
            {
                if (string.Equals(heading, language, StringComparison.OrdinalIgnoreCase) || heading.EndsWith($"[{language}]", StringComparison.OrdinalIgnoreCase))
                {
                    columns.TryAdd(language, column);
                }
            }
        }

        return columns.ToImmutable();
    }

    /// <summary>The column with this heading, or -1.</summary>
    public static int Find(TranslationRow headings, string heading)
    {
        for (var column = 0; column < headings.Cells.Length; column++)
        {
            if (string.Equals(headings.Cells[column]?.Trim(), heading, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return -1;
    }

    private static ImmutableArray<string> LanguagesOf(WaveSettings settings) =>
        [settings.SourceLanguage, .. settings.Languages.Where(language => language != settings.SourceLanguage)];

    private static string Heading(string language) => $"{Languages.OwnName(language)} [{language}]";

    /// <summary>Where the translator finds it in the questionnaire: the question's number and its area, or the area's name.</summary>
    private static string PlaceOf(QuestionnaireDraft draft, TextKey key)
    {
        var source = draft.Settings.SourceLanguage;
        if (key.Part == TextPart.AreaName || draft.Find(key.Code) is not { } question)
        {
            return key.Code;
        }

        var number = draft.Questions.IndexOf(question) + 1;
        var area = draft.Areas.FirstOrDefault(area => string.Equals(area.Code, question.AreaCode, StringComparison.OrdinalIgnoreCase));
        return area is null ? $"{number}" : $"{number} · {area.Name.In(source)}";
    }
}
