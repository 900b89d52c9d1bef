namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the error pages and of the sentences for expected errors: an error's code with an underscore for the full stop.</summary>
public sealed class ErrorTexts
{
    public const string NotFoundTitle = nameof(NotFoundTitle);
    public const string NotFoundText = nameof(NotFoundText);
    public const string FailedTitle = nameof(FailedTitle);
    public const string FailedText = nameof(FailedText);
    public const string RefusedTitle = nameof(RefusedTitle);
    public const string RefusedText = nameof(RefusedText);
    public const string TooManyTitle = nameof(TooManyTitle);
    public const string TooManyText = nameof(TooManyText);
    public const string Reference = nameof(Reference);
    public const string Other = nameof(Other);
    public const string Access_NotAllowed = nameof(Access_NotAllowed);
    public const string People_Unknown = nameof(People_Unknown);
    public const string People_NoRole = nameof(People_NoRole);
    public const string People_LastAdmin = nameof(People_LastAdmin);
    public const string People_BadName = nameof(People_BadName);
    public const string People_BadEmail = nameof(People_BadEmail);
    public const string People_EmailTaken = nameof(People_EmailTaken);
    public const string People_LockedOut = nameof(People_LockedOut);
    public const string People_SamePassword = nameof(People_SamePassword);
    public const string People_PasswordMismatch = nameof(People_PasswordMismatch);
    public const string People_PasswordTooShort = nameof(People_PasswordTooShort);
    public const string People_PasswordRequiresNonAlphanumeric = nameof(People_PasswordRequiresNonAlphanumeric);
    public const string People_PasswordRequiresDigit = nameof(People_PasswordRequiresDigit);
    public const string People_PasswordRequiresLower = nameof(People_PasswordRequiresLower);
    public const string People_PasswordRequiresUpper = nameof(People_PasswordRequiresUpper);
    public const string Setup_AlreadyDone = nameof(Setup_AlreadyDone);
    public const string Setup_FundKeyTaken = nameof(Setup_FundKeyTaken);
    public const string Setup_BadFundName = nameof(Setup_BadFundName);
    public const string Setup_BadFundKey = nameof(Setup_BadFundKey);
    public const string Setup_BadLanguage = nameof(Setup_BadLanguage);
    public const string Setup_BadContactEmail = nameof(Setup_BadContactEmail);
    public const string Call_NotInvited = nameof(Call_NotInvited);
    public const string Call_Held = nameof(Call_Held);
    public const string Call_NotAnswerable = nameof(Call_NotAnswerable);
    public const string Call_NoteTooLong = nameof(Call_NoteTooLong);
    public const string Call_AgainInThePast = nameof(Call_AgainInThePast);
    public const string Face_NotAColour = nameof(Face_NotAColour);
    public const string Face_TooPale = nameof(Face_TooPale);
    public const string Face_NotAPicture = nameof(Face_NotAPicture);
    public const string Face_PictureTooLarge = nameof(Face_PictureTooLarge);
    public const string Face_PictureTooWide = nameof(Face_PictureTooWide);
    public const string Face_BadName = nameof(Face_BadName);
    public const string Face_BadEmail = nameof(Face_BadEmail);
    public const string Face_BadContact = nameof(Face_BadContact);
    public const string Face_BadAddress = nameof(Face_BadAddress);
    public const string Face_BadCountry = nameof(Face_BadCountry);
    public const string Face_ChangedMeanwhile = nameof(Face_ChangedMeanwhile);
    public const string Face_TextTooLong = nameof(Face_TextTooLong);
    public const string Survey_ConfidentialityFixed = nameof(Survey_ConfidentialityFixed);
    public const string Feedback_Unknown = nameof(Feedback_Unknown);
    public const string Feedback_AlreadyAnswered = nameof(Feedback_AlreadyAnswered);
    public const string Feedback_AnsweredMeanwhile = nameof(Feedback_AnsweredMeanwhile);
    public const string Feedback_BadNote = nameof(Feedback_BadNote);
}
