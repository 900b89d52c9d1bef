using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Organisation;

/// <summary>What was done with members' data.</summary>
public enum AuditAct
{
    /// <summary>A member file was imported.</summary>
    MembersImported = 1,

    /// <summary>Members were taken out as a file.</summary>
    MembersExported = 2,

    /// <summary>The ways by which a member may be asked were changed.</summary>
    RefusalsChanged = 3,

    /// <summary>A member was marked as active.</summary>
    MarkedActive = 4,

    /// <summary>A member was marked as having left.</summary>
    MarkedLeft = 5,

    /// <summary>A member was marked as deceased.</summary>
    MarkedDeceased = 6,

    /// <summary>A member was marked as protected.</summary>
    MarkedProtected = 7,

    /// <summary>All that is held of a member was shown or taken out, for the member's request.</summary>
    RecordShown = 8,

    /// <summary>A member was erased on request.</summary>
    MemberErased = 9,

    /// <summary>The rule of how long data is kept was changed.</summary>
    RetentionChanged = 10,

    /// <summary>What the rule does not keep any longer was removed.</summary>
    RetentionApplied = 11,

    /// <summary>Answers, figures or comments were asked for as a file.</summary>
    DataExportRequested = 12,

    /// <summary>Such a file was taken.</summary>
    DataExportTaken = 13,

    /// <summary>The smallest group whose figures are shown was raised.</summary>
    MinimumCellRaised = 14,
}

/// <summary>
/// A line in the fund's log: who did what with members' data and when. It names no person it was done to: the identity of a
/// member's row is a random number that leads nowhere once the row is gone, so an erasure needs no change in the log.
/// </summary>
public sealed class AuditEntry : IFundOwned
{
    /// <summary>Longest detail, in characters.</summary>
    public const int LongestDetail = 500;

    private AuditEntry()
    {
    }

    /// <summary>Identity.</summary>
    public AuditEntryId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it.</summary>
    public string By { get; private set; } = "";

    /// <summary>What was done.</summary>
    public AuditAct Act { get; private set; }

    /// <summary>The member's row, when it concerned one member.</summary>
    public MemberId? MemberId { get; private set; }

    /// <summary>How many members it concerned.</summary>
    public int Members { get; private set; }

    /// <summary>More about it, such as the counts of an import; never about a person.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Notes what was done with one member.</summary>
    public static AuditEntry Of(FundId fund, MemberId member, AuditAct act, string by, DateTime at) => new()
    {
        Id = NewId.Of<AuditEntryId>(), FundId = fund, At = at, By = by, Act = act, MemberId = member, Members = 1,
    };

    /// <summary>Notes what was done with several members.</summary>
    public static AuditEntry Of(FundId fund, AuditAct act, string by, DateTime at, int members, string detail) => new()
    {
        Id = NewId.Of<AuditEntryId>(), FundId = fund, At = at, By = by, Act = act, Members = members,
        Detail = detail.Length > LongestDetail ? detail[..LongestDetail] : detail,
    };
}
