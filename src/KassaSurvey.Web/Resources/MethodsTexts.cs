namespace KassaSurvey.Web.Resources;

/// <summary>Texts around the descriptions of methods.</summary>
public sealed class MethodsTexts
{
    public const string Title = nameof(Title);
    public const string All = nameof(All);
    public const string NotFound = nameof(NotFound);
    public const string InEnglish = nameof(InEnglish);
}
