namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of field work.</summary>
public sealed class FieldworkTexts
{
    public const string OpenUntil = nameof(OpenUntil);
    public const string Open = nameof(Open);
    public const string Closed = nameof(Closed);
    public const string ClosedSomeDay = nameof(ClosedSomeDay);
    public const string RateSentence = nameof(RateSentence);
    public const string RateNote = nameof(RateNote);
    public const string FunnelLabel = nameof(FunnelLabel);
    public const string Drawn = nameof(Drawn);
    public const string Reached = nameof(Reached);
    public const string Finished = nameof(Finished);
    public const string Started = nameof(Started);
    public const string OptedOut = nameof(OptedOut);
    public const string Bounced = nameof(Bounced);
    public const string Forecast = nameof(Forecast);
    public const string ForecastNote = nameof(ForecastNote);
    public const string ToSending = nameof(ToSending);
    public const string ByStratum = nameof(ByStratum);
    public const string NoStratum = nameof(NoStratum);
    public const string ByLanguage = nameof(ByLanguage);
    public const string ByDay = nameof(ByDay);
    public const string DayUnknown = nameof(DayUnknown);
    public const string Rate = nameof(Rate);
    public const string EndTitle = nameof(EndTitle);
    public const string LastDay = nameof(LastDay);
    public const string MoveLastDay = nameof(MoveLastDay);
    public const string LastDayMoved = nameof(LastDayMoved);
    public const string LastDayUnreadable = nameof(LastDayUnreadable);
    public const string CloseLead = nameof(CloseLead);
    public const string CloseNow = nameof(CloseNow);
    public const string CloseTitle = nameof(CloseTitle);
    public const string CloseQuestion = nameof(CloseQuestion);
    public const string ClosedNow = nameof(ClosedNow);
    public const string Cancel = nameof(Cancel);
}
