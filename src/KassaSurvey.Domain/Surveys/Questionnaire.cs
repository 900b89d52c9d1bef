using System.Collections.Frozen;
using System.Collections.Immutable;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Domain.Surveys;

/// <summary>The questions of one wave in order, and the pages a member sees. Immutable; safe to share between requests.</summary>
public sealed class Questionnaire
{
    private readonly FrozenDictionary<string, Question> _byCode;
    private readonly FrozenDictionary<QuestionId, Question> _byId;

    /// <summary>Makes the questionnaire of a wave.</summary>
    /// <exception cref="ArgumentException">Two questions have the same code.</exception>
    public Questionnaire(IEnumerable<Question> questions)
    {
        Questions = [.. questions.OrderBy(question => question.Order)];
        _byCode = Questions.ToFrozenDictionary(question => question.Code, StringComparer.OrdinalIgnoreCase);
        _byId = Questions.ToFrozenDictionary(question => question.Id);
        Pages = Paginate(Questions);
    }

    /// <summary>All questions in order.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>The pages, before display conditions are applied.</summary>
    public ImmutableArray<QuestionnairePage> Pages { get; }

    /// <summary>The question with this code (case does not matter), or null.</summary>
    public Question? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The question with this id, or null.</summary>
    public Question? Find(QuestionId id) => _byId.GetValueOrDefault(id);

    /// <summary>True when the question is to be shown after these answers.</summary>
    /// <param name="question">A question of this questionnaire.</param>
    /// <param name="answers">Answers by question code, as given so far.</param>
    public bool IsShown(Question question, IReadOnlyDictionary<string, AnswerValue> answers)
    {
        // Only an earlier question can decide; so a circle of conditions, from wherever it came, cannot go round for ever.
        if (question.Condition is not { } condition || Find(condition.QuestionCode) is not { } earlier || earlier.Order >= question.Order)
        {
            return true;
        }

        AnswerValue? answer = IsShown(earlier, answers) && answers.TryGetValue(earlier.Code, out var given) ? given : null;
        return condition.IsMet(earlier, answer);
    }

    /// <summary>The questions of a page that are to be shown.</summary>
    public IEnumerable<Question> ShownOn(QuestionnairePage page, IReadOnlyDictionary<string, AnswerValue> answers) =>
        page.Questions.Where(question => IsShown(question, answers));

    /// <summary>The pages with at least one question to show.</summary>
    public IEnumerable<QuestionnairePage> ShownPages(IReadOnlyDictionary<string, AnswerValue> answers) =>
        Pages.Where(page => ShownOn(page, answers).Any());

    /// <summary>
    /// One service area a page. A question without an area joins the page before it when that has none either,
    /// else opens a page that the next area joins. A question that depends on one of the same page starts a new page,
    /// because without script nothing can appear while the member answers.
    /// </summary>
    private static ImmutableArray<QuestionnairePage> Paginate(ImmutableArray<Question> questions)
    {
        var pages = ImmutableArray.CreateBuilder<QuestionnairePage>();
        var current = new List<Question>();
        string? area = null;
        foreach (var question in questions)
        {
            var otherArea = area is not null && question.AreaCode != area;
            var depends = question.Condition is { } condition
                && current.Exists(earlier => string.Equals(earlier.Code, condition.QuestionCode, StringComparison.OrdinalIgnoreCase));
            if (current.Count > 0 && (otherArea || depends))
            {
                pages.Add(new(pages.Count + 1, [.. current]));
                current.Clear();
                area = null;
            }

            area = question.AreaCode ?? area;
            current.Add(question);
        }

        if (current.Count > 0)
        {
            pages.Add(new(pages.Count + 1, [.. current]));
        }

        return pages.ToImmutable();
    }
}

/// <summary>One page of a questionnaire.</summary>
/// <param name="Number">Its fixed number, from 1; the address names it.</param>
/// <param name="Questions">Its questions in order, before display conditions.</param>
public sealed record QuestionnairePage(int Number, ImmutableArray<Question> Questions);
