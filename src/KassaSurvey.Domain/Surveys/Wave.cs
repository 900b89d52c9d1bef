using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Scoring;

namespace KassaSurvey.Domain.Surveys;

/// <summary>Where a wave stands.</summary>
public enum WaveStatus
{
    /// <summary>Being composed; nobody can answer.</summary>
    Draft = 1,

    /// <summary>In the field.</summary>
    Open = 2,

    /// <summary>Answering has ended and the answers are sealed.</summary>
    Closed = 3,
}

/// <summary>One round of a survey, reported as one year.</summary>
public sealed class Wave : IFundOwned
{
    /// <summary>The equivalence margin unless the fund set another before the field work: 2.5 index points, 0.15 on 1-7.</summary>
    public const double DefaultMarginIndexPoints = 2.5;

    private readonly List<Question> _questions = [];

    private Wave()
    {
    }

    /// <summary>Identity.</summary>
    public WaveId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The reporting year; one wave a year.</summary>
    public ReportingYear Year { get; private set; }

    /// <summary>Draft, open or closed.</summary>
    public WaveStatus Status { get; private set; }

    /// <summary>First day of answering.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>Last day of answering.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Half-width of "unchanged", in index points (0-100), set before the answers are seen.</summary>
    public double MarginIndexPoints { get; private set; } = DefaultMarginIndexPoints;

    /// <summary>How this wave's index is computed, frozen when the wave was made; null = by the overall grade (older waves).</summary>
    public IndexRecipe? IndexRecipe { get; private set; }

    /// <summary>How many members were invited, or null when unknown (imported waves).</summary>
    public int? InvitedCount { get; private set; }

    /// <summary>Grows with each change; guards against two people editing at once.</summary>
    public int Revision { get; private set; }

    /// <summary>Who composed it last; empty for a wave that nobody has composed.</summary>
    public string ChangedBy { get; private set; } = "";

    /// <summary>When it was composed last, UTC.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>Areas and settings of its own; null for a wave that nobody has composed: it has the survey's areas.</summary>
    public WaveComposition? Composition { get; private set; }

    /// <summary>The questions asked, in no particular order.</summary>
    public IReadOnlyCollection<Question> Questions => _questions;

    /// <summary>Makes a draft wave.</summary>
    public static Wave Create(Survey survey, ReportingYear year) => new()
    {
        Id = NewId.Of<WaveId>(), FundId = survey.FundId, SurveyId = survey.Id, Year = year, Status = WaveStatus.Draft,
        IndexRecipe = survey.IndexRecipe,
    };

    /// <summary>Adds a question at the end.</summary>
    /// <returns>The question, or an error when its code is taken.</returns>
    public Result<Question> Add(QuestionContent content)
    {
        if (_questions.Exists(question => string.Equals(question.Code, content.Code, StringComparison.OrdinalIgnoreCase)))
        {
            return WaveErrors.DuplicateQuestionCode(content.Code);
        }

        var added = Question.Create(Id, _questions.Count + 1, content);
        _questions.Add(added);
        return added;
    }

    /// <summary>Takes over what was composed. A question is the same as long as it has the same code.</summary>
    /// <returns>Done, or an error: once a wave has been opened its structure is fixed.</returns>
    public Result Compose(QuestionnaireDraft draft, string by, DateTime at)
    {
        if (Status != WaveStatus.Draft)
        {
            return WaveErrors.StructureFixed(Year.Value);
        }

        var known = _questions.ToDictionary(question => question.Code, StringComparer.OrdinalIgnoreCase);
        var order = 0;
        var asked = new List<Question>();
        foreach (var content in draft.Questions)
        {
            order++;
            if (known.TryGetValue(content.Code, out var question))
            {
                question.Change(order, content);
            }
            else
            {
                question = Question.Create(Id, order, content);
                _questions.Add(question);
            }

            asked.Add(question);
        }

        _questions.RemoveAll(question => !asked.Contains(question));
        Composition = new(draft.Areas, draft.Settings, draft.StaleTexts);
        return Touch(by, at);
    }

    /// <summary>Records that somebody changed what belongs to the wave, such as how comparable its questions are.</summary>
    public Result Touch(string by, DateTime at)
    {
        (ChangedBy, ChangedAt) = (by, at);
        Revision++;
        return Result.Done;
    }

    /// <summary>Corrects a text while members are answering.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="area">The service area whose name it is; null for a text of a question.</param>
    /// <param name="language">A language that has the text.</param>
    /// <param name="text">What it shall say.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>What it said before, or an error: nothing is added or taken away in an open wave.</returns>
    public Result<string> CorrectWording(TextKey key, ServiceArea? area, string language, string text, string by, DateTime at)
    {
        if (Status != WaveStatus.Open)
        {
            return WaveErrors.NotOpen(Year.Value);
        }

        var question = _questions.Find(known => string.Equals(known.Code, key.Code, StringComparison.OrdinalIgnoreCase));
        var before = key.Part == TextPart.AreaName ? area?.Correct(language, text.Trim()) : question?.Correct(key, language, text.Trim());
        if (before is null)
        {
            return WaveErrors.CorrectionOnly(key.ToString(), language);
        }

        Touch(by, at);
        return before;
    }

    /// <summary>Starts the field work.</summary>
    public Result Open(DateOnly today, DateOnly closesOn)
    {
        if (Status != WaveStatus.Draft)
        {
            return WaveErrors.NotDraft(Year.Value);
        }

        if (_questions.Count == 0)
        {
            return WaveErrors.NoQuestions(Year.Value);
        }

        if (closesOn < today)
        {
            return WaveErrors.ClosesBeforeOpening(closesOn);
        }

        (Status, OpensOn, ClosesOn) = (WaveStatus.Open, today, closesOn);
        Revision++;
        return Result.Done;
    }

    /// <summary>Moves the last day of answering.</summary>
    public Result CloseOn(DateOnly lastDay, string by, DateTime at)
    {
        if (Status != WaveStatus.Open)
        {
            return WaveErrors.NotOpen(Year.Value);
        }

        if (lastDay < DateOnly.FromDateTime(at))
        {
            return WaveErrors.ClosesBeforeOpening(lastDay);
        }

        ClosesOn = lastDay;
        return Touch(by, at);
    }

    /// <summary>Ends the field work; the caller seals the answers in the same transaction.</summary>
    public Result Close(DateOnly today)
    {
        if (Status != WaveStatus.Open)
        {
            return WaveErrors.NotOpen(Year.Value);
        }

        (Status, ClosesOn) = (WaveStatus.Closed, today < ClosesOn ? today : ClosesOn);
        Revision++;
        return Result.Done;
    }

    /// <summary>Makes a wave of answers that were collected elsewhere: closed from the start.</summary>
    public void MarkImported(DateOnly? firstDay, DateOnly? lastDay, int? invited)
    {
        (Status, OpensOn, ClosesOn, InvitedCount) = (WaveStatus.Closed, firstDay, lastDay, invited);
        Revision++;
    }

    /// <summary>Records how many were invited.</summary>
    public void CountInvited(int invited) => InvitedCount = invited;

    /// <summary>True when a member may answer on this day.</summary>
    public bool TakesAnswersOn(DateOnly day) => Status == WaveStatus.Open && (ClosesOn is not { } last || day <= last);
}
