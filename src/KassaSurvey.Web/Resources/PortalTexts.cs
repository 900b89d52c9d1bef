namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page of the portal key.</summary>
public sealed class PortalTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Key = nameof(Key);
    public const string None = nameof(None);
    public const string Since = nameof(Since);
    public const string Make = nameof(Make);
    public const string Renew = nameof(Renew);
    public const string RenewQuestion = nameof(RenewQuestion);
    public const string RenewNow = nameof(RenewNow);
    public const string Cancel = nameof(Cancel);
    public const string KeyOnce = nameof(KeyOnce);
    public const string Link = nameof(Link);
    public const string LinkText = nameof(LinkText);
    public const string SignText = nameof(SignText);
}
