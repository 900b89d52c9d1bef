using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Responding;

/// <summary>A field that was not accepted; the stored answer stays as it was.</summary>
/// <param name="QuestionCode">The question.</param>
/// <param name="Error">What is wrong.</param>
public sealed record FieldProblem(string QuestionCode, Error Error);

/// <summary>The answers of one response while a page of them is read or changed.</summary>
internal sealed class AnswerSheet
{
    private readonly DateOnly _today;
    private readonly Dictionary<string, AnswerValue> _values = new(StringComparer.OrdinalIgnoreCase);

    public AnswerSheet(SurveyForm form, LinkState state, DateOnly today)
    {
        (Form, Link, _today) = (form, state.Link, today);
        foreach (var answer in state.Answers)
        {
            // A question that was taken out of the wave has no place here any more.
            if (Questionnaire.Find(answer.Question) is { } question)
            {
                _values[question.Code] = answer.Value;
            }
        }
    }

    /// <summary>The survey asked.</summary>
    public SurveyForm Form { get; }

    /// <summary>The link, as it stood when the sheet was read.</summary>
    public MemberLink Link { get; }

    /// <summary>What the link leads to today.</summary>
    public LinkStanding Standing => Link.On(_today);

    /// <summary>True when there are answers to go on with.</summary>
    public bool IsInProgress => Standing == LinkStanding.InProgress && Link.ResponseId is not null;

    /// <summary>What has been done to the sheet.</summary>
    public AnswerChange Change { get; } = new();

    private Questionnaire Questionnaire => Form.Questionnaire;

    /// <summary>The answer to a question, or null when there is none.</summary>
    public AnswerValue? this[Question question] => _values.TryGetValue(question.Code, out var value) ? value : null;

    /// <summary>The questions of a page that are to be shown.</summary>
    public List<Question> ShownOn(QuestionnairePage page) => [.. Questionnaire.ShownOn(page, _values)];

    /// <summary>The pages to be shown, in order.</summary>
    public List<QuestionnairePage> ShownPages() => [.. Questionnaire.ShownPages(_values)];

    /// <summary>Where an interrupted member goes on: the first page with a question that was never shown.</summary>
    public int FirstOpenPage()
    {
        var pages = ShownPages();
        return (pages.Find(page => ShownOn(page).Exists(question => this[question] is null)) ?? pages[^1]).Number;
    }

    /// <summary>Does something with a page of an answer in progress, or says why that cannot be.</summary>
    public Result<T> OnPage<T>(int number, Func<QuestionnairePage, Result<T>> work) =>
        !IsInProgress ? RespondingErrors.NotAnswerable
        : Questionnaire.Pages.ElementAtOrDefault(number - 1) is { } page ? work(page)
        : RespondingErrors.NoSuchPage;

    /// <summary>Begins the answer.</summary>
    public void Start() => Change.Starts = true;

    /// <summary>Goes on in another language that the wave is asked in; the present one is no change.</summary>
    public void Speak(string? language)
    {
        var spoken = Form.Speak(language, Link.Language);
        if (spoken != Link.Language)
        {
            Change.Language = spoken;
        }
    }

    /// <summary>Goes on in another mode: a member can start on the web and finish on the phone.</summary>
    public void SwitchTo(string mode)
    {
        if (mode != Link.Mode)
        {
            Change.Mode = mode;
        }
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
            var read = fields.TryGetValue(question.Code, out var posted) ? AnswerField.Read(question, posted)
                : this[question] ?? AnswerValue.LeftEmpty;
            if (!read.IsSuccess)
            {
                problems.Add(new(question.Code, read.Errors[0]));
            }
            // An empty field says that a question was left empty only when the member is done with it.
            else if (isLeft || this[question] is not null || read.Value != AnswerValue.LeftEmpty)
            {
                Put(question, read.Value);
            }
        }

        return problems;
    }

    /// <summary>
    /// Hands the answers in. A question that an earlier answer hides has no answer: keeping one would count it in a base that it does
    /// not belong to. Until now it was kept, because the member may change the earlier answer back.
    /// </summary>
    /// <param name="receiptHash">What is kept of the receipt code.</param>
    public void Submit(byte[] receiptHash)
    {
        foreach (var question in Questionnaire.Questions)
        {
            if (_values.ContainsKey(question.Code) && !Questionnaire.IsShown(question, _values))
            {
                Change.Put.RemoveAll(answer => answer.Question == question.Id);
                Change.Removed.Add(question.Id);
            }
        }

        (Change.SubmittedOn, Change.ReceiptHash, Change.KeepsTie) = (_today, receiptHash, Form.IsConfidential);
    }

    private void Put(Question question, AnswerValue value)
    {
        if (this[question] != value)
        {
            _values[question.Code] = value;
            Change.Put.Add(new(question.Id, value));
        }
    }
}
