namespace KassaSurvey.Web.Resources;

/// <summary>Texts of the interviewer's pages; the outcomes of a call by their names.</summary>
public sealed class InterviewTexts
{
    public const string Title = nameof(Title);
    public const string Counts = nameof(Counts);
    public const string Next = nameof(Next);
    public const string MemberNumber = nameof(MemberNumber);
    public const string Find = nameof(Find);
    public const string NobodyToCall = nameof(NobodyToCall);
    public const string Member = nameof(Member);
    public const string Phone = nameof(Phone);
    public const string NoPhone = nameof(NoPhone);
    public const string Language = nameof(Language);
    public const string Survey = nameof(Survey);
    public const string LastDay = nameof(LastDay);
    public const string NotAnswerable = nameof(NotAnswerable);
    public const string Begin = nameof(Begin);
    public const string GoOn = nameof(GoOn);
    public const string OutcomeHeading = nameof(OutcomeHeading);
    public const string Outcome = nameof(Outcome);
    public const string AgainDay = nameof(AgainDay);
    public const string AgainTime = nameof(AgainTime);
    public const string Note = nameof(Note);
    public const string NoteHelp = nameof(NoteHelp);
    public const string Record = nameof(Record);
    public const string Recorded = nameof(Recorded);
    public const string Finished = nameof(Finished);
    public const string Attempts = nameof(Attempts);
    public const string CallAgainFrom = nameof(CallAgainFrom);
    public const string Progress = nameof(Progress);
    public const string Answer = nameof(Answer);
    public const string Back = nameof(Back);
    public const string Forward = nameof(Forward);
    public const string Finish = nameof(Finish);
    public const string BreakOff = nameof(BreakOff);
    public const string Keys = nameof(Keys);
    public const string BrokenOff = nameof(BrokenOff);
    public const string Refused = nameof(Refused);
    public const string CallAgain = nameof(CallAgain);
    public const string NoAnswer = nameof(NoAnswer);
    public const string Busy = nameof(Busy);
    public const string VoiceMail = nameof(VoiceMail);
    public const string NotAvailable = nameof(NotAvailable);
    public const string WrongNumber = nameof(WrongNumber);
    public const string LanguageProblem = nameof(LanguageProblem);
    public const string NotAble = nameof(NotAble);
    public const string Deceased = nameof(Deceased);
}
