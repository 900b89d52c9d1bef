namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the people page.</summary>
public sealed class PeopleTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Add = nameof(Add);
    public const string Name = nameof(Name);
    public const string Email = nameof(Email);
    public const string Roles = nameof(Roles);
    public const string Active = nameof(Active);
    public const string Deactivated = nameof(Deactivated);
    public const string NotYetSignedIn = nameof(NotYetSignedIn);
    public const string EditRoles = nameof(EditRoles);
    public const string RenewPassword = nameof(RenewPassword);
    public const string Deactivate = nameof(Deactivate);
    public const string DeactivateQuestion = nameof(DeactivateQuestion);
    public const string RenewQuestion = nameof(RenewQuestion);
    public const string ActionsFor = nameof(ActionsFor);
    public const string RolesOf = nameof(RolesOf);
    public const string PasswordFor = nameof(PasswordFor);
    public const string PasswordOnce = nameof(PasswordOnce);
    public const string Save = nameof(Save);
    public const string Cancel = nameof(Cancel);
    public const string Close = nameof(Close);
    public const string RoleAdmin = nameof(RoleAdmin);
    public const string RoleAdminHint = nameof(RoleAdminHint);
    public const string RoleSurveyManager = nameof(RoleSurveyManager);
    public const string RoleSurveyManagerHint = nameof(RoleSurveyManagerHint);
    public const string RoleManager = nameof(RoleManager);
    public const string RoleManagerHint = nameof(RoleManagerHint);
    public const string RoleAnalyst = nameof(RoleAnalyst);
    public const string RoleAnalystHint = nameof(RoleAnalystHint);
    public const string RoleInterviewer = nameof(RoleInterviewer);
    public const string RoleInterviewerHint = nameof(RoleInterviewerHint);
    public const string RoleCommentReader = nameof(RoleCommentReader);
    public const string RoleCommentReaderHint = nameof(RoleCommentReaderHint);
}
