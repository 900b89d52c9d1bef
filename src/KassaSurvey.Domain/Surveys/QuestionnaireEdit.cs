using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>One change to a draft as it was made: who, when, what, and the questionnaire before it, so that it can be undone.</summary>
public sealed class QuestionnaireEdit : IFundOwned
{
    private QuestionnaireEdit()
    {
    }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>1, 2, … in the wave.</summary>
    public int Number { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Who made it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The name of the change: a <see cref="DraftEdit"/>'s, or ImportTranslations.</summary>
    public string What { get; private set; } = "";

    /// <summary>The code of the question or area it concerns; empty for others.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The questionnaire before it, as JSON; empty when it is too long ago to be undone.</summary>
    public string Before { get; private set; } = "";

    /// <summary>The questionnaire after it, as JSON; kept while it is undone, so that it can be redone.</summary>
    public string? After { get; private set; }

    /// <summary>True while it is undone.</summary>
    public bool IsUndone => After is not null;

    /// <summary>Records a change.</summary>
    public static QuestionnaireEdit Create(Wave wave, int number, string by, DateTime at, string what, string subject, string before) => new()
    {
        WaveId = wave.Id, FundId = wave.FundId, Number = number, By = by, At = at, What = what, Subject = subject, Before = before,
    };

    /// <summary>Marks it undone.</summary>
    /// <param name="after">The questionnaire that it had made.</param>
    public void Undo(string after) => After = after;

    /// <summary>Marks it done again.</summary>
    public void Redo() => After = null;

    /// <summary>Keeps the fact and lets the questionnaire go: it can no longer be undone.</summary>
    public void Forget() => Before = "";
}
