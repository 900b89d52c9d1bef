using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Responding;

/// <summary>One answer as stored: a row per response and question.</summary>
public sealed class Answer
{
    private Answer()
    {
    }

    /// <summary>Makes the stored form of an answer.</summary>
    public Answer(ResponseId responseId, QuestionId questionId, AnswerValue value)
    {
        (ResponseId, QuestionId) = (responseId, questionId);
        Change(value);
    }

    /// <summary>The response.</summary>
    public ResponseId ResponseId { get; private set; }

    /// <summary>The question.</summary>
    public QuestionId QuestionId { get; private set; }

    /// <summary>Given, can't say, left empty.</summary>
    public AnswerState State { get; private set; }

    /// <summary>Rating, yes/no, option number or choices as bits.</summary>
    public int Code { get; private set; }

    /// <summary>Value of a number question.</summary>
    public double? Number { get; private set; }

    /// <summary>The member's own words.</summary>
    public string? Text { get; private set; }

    /// <summary>The answer as a value.</summary>
    public AnswerValue Value => new(State, Code, Number, Text);

    /// <summary>Replaces the answer.</summary>
    public void Change(AnswerValue value) => (State, Code, Number, Text) = (value.State, value.Code, value.Number, value.Text);
}
