using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Triggers;

/// <summary>What staff settle about a survey after contacts.</summary>
/// <param name="Channels">Contacts of these channels, as the fund names them; none = every one.</param>
/// <param name="Topics">Contacts about these topics, as the fund names them; none = every one.</param>
/// <param name="DelayHours">Hours from the contact to the question, 24 to 48.</param>
/// <param name="DaysBetween">Days in which a member is asked once at most, 1 to 365.</param>
/// <param name="From">First day whose contacts count.</param>
/// <param name="To">Last day whose contacts count; null = until it is turned off.</param>
public sealed record TriggerRuleContent(
    IReadOnlyList<string> Channels, IReadOnlyList<string> Topics, int DelayHours, int DaysBetween, DateOnly From, DateOnly? To);

/// <summary>
/// Which contacts a survey asks about, and when. A survey that has a rule is a survey after contacts: its waves roll, one a calendar year,
/// and members come into them one by one.
/// </summary>
public sealed class TriggerRule : IFundOwned
{
    /// <summary>Shortest delay, in hours: the matter has had a day to settle.</summary>
    public const int ShortestDelay = 24;

    /// <summary>Longest delay, in hours: the member still remembers.</summary>
    public const int LongestDelay = 48;

    /// <summary>Most days between two questions to one member.</summary>
    public const int MostDaysBetween = 365;

    /// <summary>Most channels, and most topics.</summary>
    public const int MostNames = 50;

    /// <summary>A contact that became known this long after its turn is not asked about any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private TriggerRule()
    {
    }

    /// <summary>The survey; one rule each.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Contacts of these channels; none = every one.</summary>
    public IReadOnlyList<string> Channels { get; private set; } = [];

    /// <summary>Contacts about these topics; none = every one.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>Hours from the contact to the question.</summary>
    public int DelayHours { get; private set; } = ShortestDelay;

    /// <summary>Days in which a member is asked once at most.</summary>
    public int DaysBetween { get; private set; } = 90;

    /// <summary>First day whose contacts count.</summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day whose contacts count; null = until it is turned off.</summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>True while members are asked.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string ChangedBy { get; private set; } = "";

    /// <summary>When it was changed last, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Grows with each change; guards against two people changing at once.</summary>
    public int Revision { get; private set; }

    /// <summary>What is settled now.</summary>
    public TriggerRuleContent Content => new(Channels, Topics, DelayHours, DaysBetween, ActiveFrom, ActiveTo);

    /// <summary>A rule with the usual terms, off.</summary>
    public static TriggerRule Create(FundId fund, SurveyId survey, DateOnly today, string by, DateTime at) => new()
    {
        FundId = fund, SurveyId = survey, ActiveFrom = today, ChangedBy = by, ChangedAt = at,
    };

    /// <summary>Settles anew, and turns on or off.</summary>
    /// <returns>Done, or <c>Trigger.BadDelay</c>, <c>Trigger.BadDays</c>, <c>Trigger.EndsBeforeStart</c>, <c>Trigger.BadNames</c>.</returns>
    public Result Change(TriggerRuleContent content, bool isOn, string by, DateTime at)
    {
        List<Error> errors = [];
        if (content.DelayHours is < ShortestDelay or > LongestDelay)
        {
            errors.Add(Error.Of("Trigger.BadDelay", ShortestDelay, LongestDelay));
        }

        if (content.DaysBetween is < 1 or > MostDaysBetween)
        {
            errors.Add(Error.Of("Trigger.BadDays", 1, MostDaysBetween));
        }

        if (content.To < content.From)
        {
            errors.Add(Error.Of("Trigger.EndsBeforeStart"));
        }

        var (channels, topics) = (Named(content.Channels), Named(content.Topics));
        if (channels.Count > MostNames || topics.Count > MostNames
            || channels.Concat(topics).Any(name => name.Length > MemberContact.LongestText))
        {
            errors.Add(Error.Of("Trigger.BadNames", MostNames, MemberContact.LongestText));
        }

        if (errors.Count > 0)
        {
            return Result.Failed(errors);
        }

        (Channels, Topics, DelayHours, DaysBetween) = (channels, topics, content.DelayHours, content.DaysBetween);
        (ActiveFrom, ActiveTo, IsOn, ChangedBy, ChangedAt) = (content.From, content.To, isOn, by, at);
        Revision++;
        return Result.Done;
    }

    private static List<string> Named(IReadOnlyList<string> names) =>
        [.. names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
