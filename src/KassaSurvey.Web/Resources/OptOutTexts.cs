namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page on which a member says "no more messages".</summary>
public sealed class OptOutTexts
{
    public const string OptOut = nameof(OptOut);
    public const string OptOutText = nameof(OptOutText);
    public const string OptOutMembership = nameof(OptOutMembership);
    public const string OptOutButton = nameof(OptOutButton);
    public const string OptOutDone = nameof(OptOutDone);
    public const string OptOutDoneText = nameof(OptOutDoneText);
    public const string OptOutAnswered = nameof(OptOutAnswered);
    public const string OptOutAnsweredText = nameof(OptOutAnsweredText);
    public const string OptOutAll = nameof(OptOutAll);
    public const string OptOutAllText = nameof(OptOutAllText);
    public const string OptOutAllButton = nameof(OptOutAllButton);
    public const string OptOutAllDone = nameof(OptOutAllDone);
    public const string OptOutAllDoneText = nameof(OptOutAllDoneText);
}
