using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>Edits of a draft's questions.</summary>
internal static class DraftQuestions
{
    public static Result<QuestionnaireDraft> Add(QuestionnaireDraft draft, QuestionContent content, int place)
    {
        if (draft.Find(content.Code) is not null)
        {
            return DraftErrors.CodeTaken(content.Code);
        }

        var numbered = Number(content, previous: null);
        if (Check(draft, numbered) is { } error)
        {
            return error;
        }

        return Insert(draft, place is < 1 || place > draft.Questions.Length ? EndOf(draft.Questions, content.AreaCode) : place - 1, numbered);
    }

    public static Result<QuestionnaireDraft> Change(QuestionnaireDraft draft, string code, QuestionContent content)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.QuestionUnknown(code);
        }

        var before = draft.Questions[index];
        if (!string.Equals(before.Code, content.Code, StringComparison.Ordinal))
        {
            if (draft.EarlierCodes.Contains(before.Code))
            {
                return DraftErrors.CodeFixed(before.Code);
            }

            if (draft.Find(content.Code) is { } other && !ReferenceEquals(other, before))
            {
                return DraftErrors.CodeTaken(content.Code);
            }
        }

        var after = Number(content, before);
        if (Check(draft, after) is { } error)
        {
            return error;
        }

        var changed = draft with { Questions = draft.Questions.SetItem(index, after) };
        if (!string.Equals(before.AreaCode, after.AreaCode, StringComparison.OrdinalIgnoreCase))
        {
            var others = draft.Questions.RemoveAt(index);
            var last = DraftAreas.LastOf(others, after.AreaCode);
            changed = draft with { Questions = others.Insert(after.AreaCode is null || last < 0 ? index : last + 1, after) };
        }

        return Follow(changed, before.Code, after.Code);
    }

    public static Result<QuestionnaireDraft> Move(QuestionnaireDraft draft, string code, int place)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.QuestionUnknown(code);
        }

        var others = draft.Questions.RemoveAt(index);
        return draft with { Questions = others.Insert(Math.Clamp(place - 1, 0, others.Length), draft.Questions[index]) };
    }

    public static Result<QuestionnaireDraft> Remove(QuestionnaireDraft draft, string code)
    {
        var index = PlaceOf(draft, code);
        if (index < 0)
        {
            return DraftErrors.QuestionUnknown(code);
        }

        return DraftConditions.DependentOf(draft.Questions, code) is { } dependent && PlaceOf(draft, dependent.Code) != index
            ? DraftErrors.NeededBy(draft.Questions[index].Code, dependent.Code)
            : draft with { Questions = draft.Questions.RemoveAt(index) };
    }

    public static Result<QuestionnaireDraft> SetCondition(QuestionnaireDraft draft, string code, DisplayCondition? condition)
    {
        var index = PlaceOf(draft, code);
        return index < 0
            ? DraftErrors.QuestionUnknown(code)
            : draft with { Questions = draft.Questions.SetItem(index, draft.Questions[index] with { Condition = condition }) };
    }

    public static int PlaceOf(QuestionnaireDraft draft, string code)
    {
        for (var index = 0; index < draft.Questions.Length; index++)
        {
            if (string.Equals(draft.Questions[index].Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private static int EndOf(ImmutableArray<QuestionContent> questions, string? area) =>
        area is not null && DraftAreas.LastOf(questions, area) is >= 0 and var last ? last + 1 : questions.Length;

    private static Result<QuestionnaireDraft> Insert(QuestionnaireDraft draft, int index, QuestionContent content) =>
        draft with { Questions = draft.Questions.Insert(index, content) };

    private static Error? Check(QuestionnaireDraft draft, QuestionContent content)
    {
        if (content.AreaCode is { } area && DraftAreas.PlaceOf(draft, area) < 0)
        {
            return DraftErrors.AreaUnknown(area);
        }

        var scaleFits = content.Kind switch
        {
            QuestionKind.Scale => content.Scale is not null,
            QuestionKind.Recommendation => content.Scale == AnswerScale.Recommendation,
            _ => content.Scale is null,
        };
        if (!Enum.IsDefined(content.Kind) || !scaleFits)
        {
            return DraftErrors.ScaleInvalid(content.Code);
        }

        if (!OptionsFit(content))
        {
            return DraftErrors.OptionsInvalid(content.Code);
        }

        return DraftTexts.Of(content).Where(text => text.Text.Texts.Values.Any(words => words.Length > DraftTexts.Longest(text.Key.Part)))
            .Select(text => DraftErrors.TextTooLong(text.Key.ToString(), DraftTexts.Longest(text.Key.Part)))
            .FirstOrDefault();
    }

    private static bool OptionsFit(QuestionContent content)
    {
        if (content.Kind is not (QuestionKind.Single or QuestionKind.Multiple))
        {
            return content.Options.IsEmpty;
        }

        return content.Options.All(option => CodeText.IsCode(option.Code) && option.Number is >= 1 and <= AnswerOption.MaximumNumber)
            && content.Options.DistinctBy(option => option.Number).Count() == content.Options.Length
            && content.Options.DistinctBy(option => option.Code.ToUpperInvariant()).Count() == content.Options.Length
            && content.MaximumChoices >= 0 && content.MaximumChoices <= content.Options.Length;
    }

    /// <summary>A new option takes a number that no other has had: answers are stored by it.</summary>
    private static QuestionContent Number(QuestionContent content, QuestionContent? previous)
    {
        var highest = content.Options.Concat(previous?.Options ?? []).Select(option => option.Number).DefaultIfEmpty(0).Max();
        return content with { Options = [.. content.Options.Select(option => option.Number > 0 ? option : option with { Number = ++highest })] };
    }

    /// <summary>Conditions on a question follow it to its new code.</summary>
    private static QuestionnaireDraft Follow(QuestionnaireDraft draft, string before, string after) => before == after ? draft : draft with
    {
        Questions =
        [
            .. draft.Questions.Select(question => string.Equals(question.Condition?.QuestionCode, before, StringComparison.OrdinalIgnoreCase)
                ? question with { Condition = question.Condition! with { QuestionCode = after } }
                : question),
        ],
    };
}
