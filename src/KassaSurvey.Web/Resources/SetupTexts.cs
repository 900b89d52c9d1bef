namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the first-time set-up.</summary>
public sealed class SetupTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string CodeSection = nameof(CodeSection);
    public const string Code = nameof(Code);
    public const string CodeHint = nameof(CodeHint);
    public const string FundSection = nameof(FundSection);
    public const string FundName = nameof(FundName);
    public const string FundKey = nameof(FundKey);
    public const string FundKeyHint = nameof(FundKeyHint);
    public const string DefaultLanguage = nameof(DefaultLanguage);
    public const string ContactEmail = nameof(ContactEmail);
    public const string ContactEmailHint = nameof(ContactEmailHint);
    public const string AdminSection = nameof(AdminSection);
    public const string AdminName = nameof(AdminName);
    public const string AdminEmail = nameof(AdminEmail);
    public const string Password = nameof(Password);
    public const string Submit = nameof(Submit);
    public const string WrongCode = nameof(WrongCode);
}
