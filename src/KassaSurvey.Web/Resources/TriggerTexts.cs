namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of the page of a survey after contacts.</summary>
public sealed class TriggerTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string Make = nameof(Make);
    public const string MakeTitle = nameof(MakeTitle);
    public const string MakeText = nameof(MakeText);
    public const string On = nameof(On);
    public const string Off = nameof(Off);
    public const string TurnOn = nameof(TurnOn);
    public const string TurnOff = nameof(TurnOff);
    public const string Rule = nameof(Rule);
    public const string Delay = nameof(Delay);
    public const string DaysBetween = nameof(DaysBetween);
    public const string Channels = nameof(Channels);
    public const string Topics = nameof(Topics);
    public const string From = nameof(From);
    public const string To = nameof(To);
    public const string PolicyText = nameof(PolicyText);
    public const string Save = nameof(Save);
    public const string Saved = nameof(Saved);
    public const string Last = nameof(Last);
    public const string NoContacts = nameof(NoContacts);
    public const string Channel = nameof(Channel);
    public const string Contacts = nameof(Contacts);
    public const string Asked = nameof(Asked);
    public const string PassedOver = nameof(PassedOver);
    public const string OnlyChannels = nameof(OnlyChannels);
    public const string OnlyTopics = nameof(OnlyTopics);
    public const string LastDay = nameof(LastDay);
    public const string Waiting = nameof(Waiting);
    public const string Why = nameof(Why);
    public const string Wave = nameof(Wave);
    public const string Deceased = nameof(Deceased);
    public const string Protected = nameof(Protected);
    public const string Left = nameof(Left);
    public const string Refused = nameof(Refused);
    public const string Unreachable = nameof(Unreachable);
    public const string AlreadyInvited = nameof(AlreadyInvited);
    public const string AskedRecently = nameof(AskedRecently);
    public const string TooLongAgo = nameof(TooLongAgo);
}
