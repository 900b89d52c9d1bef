namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page of API keys.</summary>
public sealed class ApiKeyTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Make = nameof(Make);
    public const string Name = nameof(Name);
    public const string May = nameof(May);
    public const string Members = nameof(Members);
    public const string Contacts = nameof(Contacts);
    public const string Deliveries = nameof(Deliveries);
    public const string Results = nameof(Results);
    public const string Once = nameof(Once);
    public const string List = nameof(List);
    public const string None = nameof(None);
    public const string NoneText = nameof(NoneText);
    public const string Made = nameof(Made);
    public const string Used = nameof(Used);
    public const string NeverUsed = nameof(NeverUsed);
    public const string Ended = nameof(Ended);
    public const string End = nameof(End);
    public const string EndOf = nameof(EndOf);
    public const string EndQuestion = nameof(EndQuestion);
    public const string EndNow = nameof(EndNow);
    public const string Cancel = nameof(Cancel);
    public const string How = nameof(How);
    public const string HowText = nameof(HowText);
}
