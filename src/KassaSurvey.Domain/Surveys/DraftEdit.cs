namespace KassaSurvey.Domain.Surveys;

/// <summary>One change to a questionnaire that is being composed. The set is closed. Places count from 1.</summary>
public abstract record DraftEdit
{
    private DraftEdit()
    {
    }

    /// <summary>The code of the question or area it concerns; empty for the settings.</summary>
    public abstract string Subject { get; }

    /// <summary>Adds a service area at a place among the areas; 0 = the last.</summary>
    public sealed record AddArea(string Code, LocalizedText Name, int Place) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Names an area anew, in all languages at once.</summary>
    public sealed record RenameArea(string Code, LocalizedText Name) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Moves an area, with its questions, to a place among the areas.</summary>
    public sealed record MoveArea(string Code, int Place) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Takes an area without questions out of the wave.</summary>
    public sealed record RemoveArea(string Code) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Adds a question at a place in the whole questionnaire; 0 = the end of its area. An option numbered 0 gets the next number.</summary>
    public sealed record AddQuestion(QuestionContent Content, int Place) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Content.Code;
    }

    /// <summary>Changes everything about a question but its place; another area moves it to the end of that area.</summary>
    /// <param name="Code">Its code until now.</param>
    /// <param name="Content">What it is from now on; another code only for a question that no earlier year asked.</param>
    public sealed record ChangeQuestion(string Code, QuestionContent Content) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Moves a question to a place in the whole questionnaire.</summary>
    public sealed record MoveQuestion(string Code, int Place) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Takes a question out.</summary>
    public sealed record RemoveQuestion(string Code) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Sets when a question is shown; null = always.</summary>
    public sealed record SetCondition(string Code, DisplayCondition? Condition) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Code;
    }

    /// <summary>Sets one text in one language; empty takes it away. A changed source text makes its translations stale.</summary>
    public sealed record SetText(TextKey Key, string Language, string Text) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Key.Code;
    }

    /// <summary>Says that a stale translation still fits.</summary>
    public sealed record ConfirmTranslation(TextKey Key, string Language) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => Key.Code;
    }

    /// <summary>Sets languages, minutes and last day.</summary>
    public sealed record ChangeSettings(WaveSettings Settings) : DraftEdit
    {
        /// <inheritdoc />
        public override string Subject => "";
    }
}
