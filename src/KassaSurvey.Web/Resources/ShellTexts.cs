namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the staff frame and of the states that every page can be in.</summary>
public sealed class ShellTexts
{
    public const string ProductName = nameof(ProductName);
    public const string SkipToContent = nameof(SkipToContent);
    public const string MainNavigation = nameof(MainNavigation);
    public const string Menu = nameof(Menu);
    public const string Overview = nameof(Overview);
    public const string Surveys = nameof(Surveys);
    public const string Imports = nameof(Imports);
    public const string Interviews = nameof(Interviews);
    public const string People = nameof(People);
    public const string UserMenu = nameof(UserMenu);
    public const string Language = nameof(Language);
    public const string Theme = nameof(Theme);
    public const string ThemeSystem = nameof(ThemeSystem);
    public const string ThemeLight = nameof(ThemeLight);
    public const string ThemeDark = nameof(ThemeDark);
    public const string ChangePassword = nameof(ChangePassword);
    public const string SignOut = nameof(SignOut);
    public const string SignIn = nameof(SignIn);
    public const string Loading = nameof(Loading);
    public const string Retry = nameof(Retry);
    public const string FailedTitle = nameof(FailedTitle);
    public const string FailedText = nameof(FailedText);
    public const string Suppressed = nameof(Suppressed);
    public const string SuppressedHint = nameof(SuppressedHint);
    public const string FirstStepsTitle = nameof(FirstStepsTitle);
    public const string FirstStepsText = nameof(FirstStepsText);
    public const string FirstStepImport = nameof(FirstStepImport);
    public const string FirstStepPeople = nameof(FirstStepPeople);
    public const string FirstStepsWait = nameof(FirstStepsWait);
    public const string Reconnecting = nameof(Reconnecting);
    public const string ReconnectFailed = nameof(ReconnectFailed);
    public const string UnexpectedError = nameof(UnexpectedError);
    public const string Reload = nameof(Reload);
    public const string NotAllowedTitle = nameof(NotAllowedTitle);
    public const string NotAllowedText = nameof(NotAllowedText);
    public const string SignedOutTitle = nameof(SignedOutTitle);
    public const string SignedOutText = nameof(SignedOutText);
    public const string FundFace = nameof(FundFace);
    public const string Feedback = nameof(Feedback);
    public const string AccessibilityStatement = nameof(AccessibilityStatement);
    public const string PortalKey = nameof(PortalKey);
    public const string ResultSettings = nameof(ResultSettings);
    public const string Members = nameof(Members);
    public const string Retention = nameof(Retention);
    public const string ApiKeys = nameof(ApiKeys);
    public const string ContactPolicy = nameof(ContactPolicy);
}
