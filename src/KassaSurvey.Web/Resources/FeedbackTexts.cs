namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page on which accessibility feedback is answered.</summary>
public sealed class FeedbackTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string None = nameof(None);
    public const string NoneText = nameof(NoneText);
    public const string Received = nameof(Received);
    public const string Due = nameof(Due);
    public const string DueToday = nameof(DueToday);
    public const string Overdue = nameof(Overdue);
    public const string ReplyTo = nameof(ReplyTo);
    public const string NoReplyTo = nameof(NoReplyTo);
    public const string Note = nameof(Note);
    public const string MarkAnswered = nameof(MarkAnswered);
    public const string Answered = nameof(Answered);
    public const string Waiting = nameof(Waiting);
    public const string Done = nameof(Done);
    public const string Saved = nameof(Saved);
}
