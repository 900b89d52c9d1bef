namespace KassaSurvey.Web.Resources;

/// <summary>Texts of the fund's settings of results.</summary>
public sealed class ResultSettingsTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Events = nameof(Events);
    public const string EventsText = nameof(EventsText);
    public const string Year = nameof(Year);
    public const string What = nameof(What);
    public const string Add = nameof(Add);
    public const string Remove = nameof(Remove);
    public const string RemoveNamed = nameof(RemoveNamed);
    public const string Early = nameof(Early);
    public const string EarlySwitch = nameof(EarlySwitch);
    public const string EarlyText = nameof(EarlyText);
    public const string Cancel = nameof(Cancel);
    public const string Smallest = nameof(Smallest);
    public const string SmallestNow = nameof(SmallestNow);
    public const string SmallestText = nameof(SmallestText);
    public const string SmallestField = nameof(SmallestField);
    public const string SmallestRaise = nameof(SmallestRaise);
    public const string SmallestTitle = nameof(SmallestTitle);
    public const string SmallestQuestion = nameof(SmallestQuestion);
}
