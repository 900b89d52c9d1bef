using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>Edits of a draft's service areas.</summary>
internal static class DraftAreas
{
    /// <summary>The longest name of an area, in characters.</summary>
    private const int LongestName = 200;

    public static Result<QuestionnaireDraft> Add(QuestionnaireDraft draft, string code, LocalizedText name, int place)
    {
        if (!CodeText.IsCode(code))
        {
            return DraftErrors.CodeInvalid(code);
        }

        if (PlaceOf(draft, code) >= 0)
        {
            return DraftErrors.CodeTaken(code);
        }

        if (TooLong(name))
        {
            return DraftErrors.TextTooLong(TextKey.Area(code).ToString(), LongestName);
        }

        var index = place is < 1 || place > draft.Areas.Length ? draft.Areas.Length : place - 1;
        return draft with { Areas = draft.Areas.Insert(index, new(code, name)) };
    }

    public static Result<QuestionnaireDraft> Rename(QuestionnaireDraft draft, string code, LocalizedText name)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.AreaUnknown(code);
        }

        return TooLong(name)
            ? DraftErrors.TextTooLong(TextKey.Area(code).ToString(), LongestName)
            : draft with { Areas = draft.Areas.SetItem(index, draft.Areas[index] with { Name = name }) };
    }

    /// <summary>The questions go with their area: before those of the area that now follows, else behind those of all others.</summary>
    public static Result<QuestionnaireDraft> Move(QuestionnaireDraft draft, string code, int place)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.AreaUnknown(code);
        }

        var area = draft.Areas[index];
        var areas = draft.Areas.RemoveAt(index);
        var target = Math.Clamp(place - 1, 0, areas.Length);
        areas = areas.Insert(target, area);
        var moving = draft.Questions.Where(question => IsIn(question, area.Code)).ToImmutableArray();
        var others = draft.Questions.RemoveRange(moving);
        var at = areas.Skip(target + 1).Select(next => FirstOf(others, next.Code)).FirstOrDefault(first => first >= 0, -1);
        if (at < 0)
        {
            at = 1 + areas.Take(target).Max(earlier => (int?)LastOf(others, earlier.Code)) ?? -1;
            at = at > 0 ? at : Math.Max(0, FirstOf(draft.Questions, area.Code));
        }

        return draft with { Areas = areas, Questions = others.InsertRange(at, moving) };
    }

    public static Result<QuestionnaireDraft> Remove(QuestionnaireDraft draft, string code)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.AreaUnknown(code);
        }

        return draft.Questions.FirstOrDefault(question => IsIn(question, code)) is { } inside
            ? DraftErrors.AreaInUse(draft.Areas[index].Code, inside.Code)
            : draft with { Areas = draft.Areas.RemoveAt(index) };
    }

    public static int PlaceOf(QuestionnaireDraft draft, string code)
    {
        for (var index = 0; index < draft.Areas.Length; index++)
        {
            if (string.Equals(draft.Areas[index].Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Index of an area's last question, or -1.</summary>
    public static int LastOf(ImmutableArray<QuestionContent> questions, string? area)
    {
        for (var index = questions.Length - 1; index >= 0; index--)
        {
            if (IsIn(questions[index], area))
            {
                return index;
            }
        }

        return -1;
    }

    private static int FirstOf(ImmutableArray<QuestionContent> questions, string area)
    {
        for (var index = 0; index < questions.Length; index++)
        {
            if (IsIn(questions[index], area))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsIn(QuestionContent question, string? area) =>
        string.Equals(question.AreaCode, area, StringComparison.OrdinalIgnoreCase);

    private static bool TooLong(LocalizedText name) => name.Texts.Values.Any(text => text.Length > LongestName);
}
