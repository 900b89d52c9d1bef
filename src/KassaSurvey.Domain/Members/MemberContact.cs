using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Members;

/// <summary>What a fund tells of having served a member. No names: the member, the unit, and what happened.</summary>
/// <param name="Key">The fund's own id of the contact; the same id is the same contact.</param>
/// <param name="HeldAt">When the member was served, UTC.</param>
/// <param name="Channel">How, as the fund names it: phone, message, office.</param>
/// <param name="Topic">What it was about, as the fund names it; empty when not said.</param>
/// <param name="Unit">The case handler's unit, never the person; empty when not said.</param>
/// <param name="CaseKey">The fund's own id of the case; empty when not said.</param>
/// <param name="WaitSeconds">How long the member waited, in seconds; null when not said.</param>
/// <param name="IsTransferred">Whether the member was passed on to somebody else; null when not said.</param>
public sealed record ContactFacts(
    string Key, DateTime HeldAt, string Channel, string Topic, string Unit, string CaseKey, int? WaitSeconds, bool? IsTransferred);

/// <summary>The fund served a member. Kept for <see cref="KeptFor"/>, then removed.</summary>
public sealed class MemberContact : IFundOwned
{
    /// <summary>Longest text of a contact, in characters.</summary>
    public const int LongestText = 64;

    /// <summary>Longest id of a contact or a case, in characters.</summary>
    public const int LongestKey = 100;

    /// <summary>Longest waiting, in seconds: a week.</summary>
    public const int LongestWait = 7 * 24 * 3600;

    /// <summary>How long a contact is kept after it was held.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    private MemberContact()
    {
    }

    /// <summary>Identity.</summary>
    public MemberContactId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The member.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>The fund's own id, unique in the fund.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When the member was served, UTC.</summary>
    public DateTime HeldAt { get; private set; }

    /// <summary>How the member was served.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>What it was about; empty when not said.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>The case handler's unit; empty when not said.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The fund's own id of the case; empty when not said.</summary>
    public string CaseKey { get; private set; } = "";

    /// <summary>How long the member waited, in seconds.</summary>
    public int? WaitSeconds { get; private set; }

    /// <summary>Whether the member was passed on.</summary>
    public bool? IsTransferred { get; private set; }

    /// <summary>What the fund told.</summary>
    public ContactFacts Facts => new(Key, HeldAt, Channel, Topic, Unit, CaseKey, WaitSeconds, IsTransferred);

    /// <summary>Records a contact.</summary>
    public static MemberContact Of(FundId fund, MemberId member, ContactFacts facts) => new()
    {
        Id = NewId.Of<MemberContactId>(), FundId = fund, MemberId = member, Key = facts.Key, HeldAt = facts.HeldAt, Channel = facts.Channel,
        Topic = facts.Topic, Unit = facts.Unit, CaseKey = facts.CaseKey, WaitSeconds = facts.WaitSeconds, IsTransferred = facts.IsTransferred,
    };
}
