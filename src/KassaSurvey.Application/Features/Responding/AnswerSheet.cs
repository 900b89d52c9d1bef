using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>A field that was not accepted; the stored answer stays as it was.</summary>
/// <param name="QuestionCode">The question.</param>
/// <param name="Error">What is wrong.</param>
public sealed record FieldProblem(string QuestionCode, Error Error);

/// <summary>The answers of one response while a page of them is read or changed.</summary>
internal sealed class AnswerSheet
{
    private readonly KassaDbContext _db;
    private readonly Questionnaire _questionnaire;
    private readonly ResponseId _response;
    private readonly Dictionary<string, Answer> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AnswerValue> _values = new(StringComparer.OrdinalIgnoreCase);

    private AnswerSheet(KassaDbContext db, Questionnaire questionnaire, ResponseId response, List<Answer> rows)
    {
        (_db, _questionnaire, _response) = (db, questionnaire, response);
        var byId = rows.ToDictionary(row => row.QuestionId);
        foreach (var question in questionnaire.Questions)
        {
            if (byId.TryGetValue(question.Id, out var row))
            {
                _rows[question.Code] = row;
                _values[question.Code] = row.Value;
            }
        }
    }

    /// <summary>Reads the answers of a response; the rows are tracked.</summary>
    public static async Task<AnswerSheet> LoadAsync(
        KassaDbContext db, Questionnaire questionnaire, ResponseId response, CancellationToken cancellationToken) =>
        new(db, questionnaire, response, await db.Answers.Where(answer => answer.ResponseId == response).ToListAsync(cancellationToken));

    /// <summary>The answer to a question, or null when there is none.</summary>
    public AnswerValue? this[Question question] => _values.TryGetValue(question.Code, out var value) ? value : null;

    /// <summary>The questions of a page that are to be shown.</summary>
    public List<Question> ShownOn(QuestionnairePage page) => [.. _questionnaire.ShownOn(page, _values)];

    /// <summary>The pages to be shown, in order.</summary>
    public List<QuestionnairePage> ShownPages() => [.. _questionnaire.ShownPages(_values)];

    /// <summary>Where an interrupted member goes on: the first page with a question that was never shown.</summary>
    public int FirstOpenPage()
    {
        var pages = ShownPages();
        return (pages.Find(page => ShownOn(page).Exists(question => this[question] is null)) ?? pages[^1]).Number;
    }

    /// <summary>
    /// Takes over the fields of a page. A field that is absent leaves the stored answer alone, so a page that was opened long ago in
    /// another tab cannot wipe out newer answers; an empty one clears it.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="fields">Posted values by question code; fields of other pages and of hidden questions are ignored.</param>
    /// <param name="isLeft">True when the member is done with the page: what was shown and has no answer is then "left empty".</param>
    public List<FieldProblem> Apply(QuestionnairePage page, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, bool isLeft)
    {
        var problems = new List<FieldProblem>();
        foreach (var question in ShownOn(page))
        {
            if (fields.TryGetValue(question.Code, out var posted))
            {
                var read = AnswerField.Read(question, posted);
                if (read.IsSuccess)
                {
                    Put(question, read.Value);
                }
                else
                {
                    problems.Add(new(question.Code, read.Errors[0]));
                }
            }
            else if (isLeft && this[question] is null)
            {
                Put(question, AnswerValue.LeftEmpty);
            }
        }

        RemoveHidden();
        return problems;
    }

    private void Put(Question question, AnswerValue value)
    {
        if (_rows.TryGetValue(question.Code, out var row))
        {
            row.Change(value);
        }
        else
        {
            _rows[question.Code] = row = new(_response, question.Id, value);
            _db.Answers.Add(row);
        }

        _values[question.Code] = value;
    }

    /// <summary>A question that an earlier answer hides has no answer: keeping one would count it in a base it does not belong to.</summary>
    private void RemoveHidden()
    {
        foreach (var question in _questionnaire.Questions.Where(question => !_questionnaire.IsShown(question, _values)))
        {
            if (_rows.Remove(question.Code, out var row))
            {
                _db.Answers.Remove(row);
                _values.Remove(question.Code);
            }
        }
    }
}
