namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of signing in and of the own password.</summary>
public sealed class AccountTexts
{
    public const string SignInTitle = nameof(SignInTitle);
    public const string SignInLead = nameof(SignInLead);
    public const string Email = nameof(Email);
    public const string Password = nameof(Password);
    public const string SignIn = nameof(SignIn);
    public const string SignInMissing = nameof(SignInMissing);
    public const string SignInFailed = nameof(SignInFailed);
    public const string SetupDone = nameof(SetupDone);
    public const string PasswordTitle = nameof(PasswordTitle);
    public const string PasswordTemporary = nameof(PasswordTemporary);
    public const string CurrentPassword = nameof(CurrentPassword);
    public const string NewPassword = nameof(NewPassword);
    public const string RepeatPassword = nameof(RepeatPassword);
    public const string PasswordHint = nameof(PasswordHint);
    public const string PasswordsDiffer = nameof(PasswordsDiffer);
    public const string PasswordChanged = nameof(PasswordChanged);
    public const string Save = nameof(Save);
    public const string BackToOverview = nameof(BackToOverview);
    public const string ErrorsTitle = nameof(ErrorsTitle);
    public const string Languages = nameof(Languages);
}
