namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the accessibility statement and its feedback form.</summary>
public static class AccessibilityTexts
{
    public const string AccessibilityTitle = nameof(AccessibilityTitle);
    public const string AccessibilityLead = nameof(AccessibilityLead);
    public const string LawFI = nameof(LawFI);
    public const string LawSE = nameof(LawSE);
    public const string LawDK = nameof(LawDK);
    public const string ScopeTitle = nameof(ScopeTitle);
    public const string ScopeText = nameof(ScopeText);
    public const string StatusTitle = nameof(StatusTitle);
    public const string StatusFull = nameof(StatusFull);
    public const string StatusPartial = nameof(StatusPartial);
    public const string StatusUntested = nameof(StatusUntested);
    public const string DeficienciesTitle = nameof(DeficienciesTitle);
    public const string PreparedTitle = nameof(PreparedTitle);
    public const string PreparedText = nameof(PreparedText);
    public const string PreparedOn = nameof(PreparedOn);
    public const string FeedbackTitle = nameof(FeedbackTitle);
    public const string FeedbackLead = nameof(FeedbackLead);
    public const string FeedbackText = nameof(FeedbackText);
    public const string FeedbackTextHint = nameof(FeedbackTextHint);
    public const string FeedbackReply = nameof(FeedbackReply);
    public const string FeedbackReplyHint = nameof(FeedbackReplyHint);
    public const string FeedbackSend = nameof(FeedbackSend);
    public const string FeedbackSent = nameof(FeedbackSent);
    public const string FeedbackErrors = nameof(FeedbackErrors);
    public const string FeedbackNoText = nameof(FeedbackNoText);
    public const string FeedbackTextTooLong = nameof(FeedbackTextTooLong);
    public const string FeedbackBadReplyAddress = nameof(FeedbackBadReplyAddress);
    public const string EnforcementTitle = nameof(EnforcementTitle);
    public const string EnforcementText = nameof(EnforcementText);
    public const string SupervisorFI = nameof(SupervisorFI);
    public const string SupervisorSE = nameof(SupervisorSE);
    public const string SupervisorDK = nameof(SupervisorDK);
    public const string IndexTitle = nameof(IndexTitle);
}
