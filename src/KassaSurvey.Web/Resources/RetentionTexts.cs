namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page of retention.</summary>
public sealed class RetentionTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Rule = nameof(Rule);
    public const string AfterLeaving = nameof(AfterLeaving);
    public const string AfterLeavingHelp = nameof(AfterLeavingHelp);
    public const string AfterClosing = nameof(AfterClosing);
    public const string AfterClosingHelp = nameof(AfterClosingHelp);
    public const string Save = nameof(Save);
    public const string Saved = nameof(Saved);
    public const string Now = nameof(Now);
    public const string Nothing = nameof(Nothing);
    public const string Members = nameof(Members);
    public const string Waves = nameof(Waves);
    public const string First = nameof(First);
    public const string Run = nameof(Run);
    public const string RunQuestion = nameof(RunQuestion);
    public const string Cancel = nameof(Cancel);
    public const string Removed = nameof(Removed);
    public const string Log = nameof(Log);
    public const string LogText = nameof(LogText);
    public const string When = nameof(When);
    public const string What = nameof(What);
    public const string Who = nameof(Who);
    public const string HowMany = nameof(HowMany);
    public const string NoLog = nameof(NoLog);
}
