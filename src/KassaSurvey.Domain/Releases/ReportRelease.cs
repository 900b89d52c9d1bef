using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Releases;

/// <summary>How far a release has come.</summary>
public enum ReleaseState
{
    /// <summary>Figures, text and files are frozen; a second person has to approve them.</summary>
    AwaitsApproval = 1,

    /// <summary>Approved, and not to be told before its day.</summary>
    UnderEmbargo = 2,

    /// <summary>Public.</summary>
    Released = 3,

    /// <summary>A second person sent it back; it will never be public.</summary>
    Rejected = 4,
}

/// <summary>
/// A frozen version of a year's report: its files and figures never change again, whatever is answered or edited afterwards. A
/// correction is a new version with a reason.
/// </summary>
public sealed class ReportRelease : IFundOwned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>The furthest day that may be named, in days from the freezing.</summary>
    public const int LongestEmbargo = 400;

    private ReportRelease()
    {
    }

    /// <summary>Identity.</summary>
    public ReportReleaseId Id { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The survey.</summary>
    public SurveyId SurveyId { get; private set; }

    /// <summary>The year it is about.</summary>
    public ReportingYear Year { get; private set; }

    /// <summary>The year it compares with.</summary>
    public ReportingYear? ComparedYear { get; private set; }

    /// <summary>1 for the first of the year.</summary>
    public int Version { get; private set; }

    /// <summary>Why it replaces the version before; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The version of the answers it was made from.</summary>
    public string DataVersion { get; private set; } = "";

    /// <summary>The first day on which it may be told, in the fund's calendar.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>The account that froze it.</summary>
    public string FrozenBy { get; private set; } = "";

    /// <summary>The name colleagues know.</summary>
    public string FrozenByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime FrozenAt { get; private set; }

    /// <summary>Who approved or rejected it; empty while nobody has.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When, UTC; null while nobody has.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>True when it was sent back.</summary>
    public bool IsRejected { get; private set; }

    /// <summary>What the second person said; may be empty.</summary>
    public string DecisionNote { get; private set; } = "";

    /// <summary>Freezes a version.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="basis">What it is made of.</param>
    /// <param name="previous">The newest version of the year so far, or null.</param>
    /// <param name="reason">Why it replaces that version; needed when that was approved.</param>
    /// <param name="firstDay">The first day on which it may be told.</param>
    /// <param name="by">Who freezes it.</param>
    /// <param name="now">When, UTC.</param>
    public static Result<ReportRelease> Freeze(
        FundId fund, SurveyId survey, ReleaseBasis basis, ReportRelease? previous, string reason, DateOnly firstDay, Viewer by, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var why = reason.Trim();
        if (previous is { DecidedAt: null })
        {
            return ReleaseErrors.Undecided(previous.Version);
        }

        if (previous is { IsRejected: false } && why.Length == 0)
        {
            return ReleaseErrors.NoReason(previous.Version);
        }

        // A day of slack: the fund's calendar may be behind the server's.
        if (firstDay < today.AddDays(-1) || firstDay > today.AddDays(LongestEmbargo))
        {
            return ReleaseErrors.Embargo(today, today.AddDays(LongestEmbargo));
        }

        return why.Length > LongestReason
            ? ReleaseErrors.TooLong(LongestReason)
            : new ReportRelease
            {
                Id = NewId.Of<ReportReleaseId>(),
                FundId = fund,
                SurveyId = survey,
                Year = basis.Year,
                ComparedYear = basis.ComparedYear,
                DataVersion = basis.DataVersion,
                Version = (previous?.Version ?? 0) + 1,
                Reason = why,
                FirstDay = firstDay,
                FrozenBy = by.Account,
                FrozenByName = by.Name,
                FrozenAt = now,
            };
    }

    /// <summary>Approves it, or sends it back. Somebody else must do it than who froze it.</summary>
    public Result Decide(bool approves, string note, Viewer by, DateTime now)
    {
        if (DecidedAt is not null)
        {
            return ReleaseErrors.Decided(Version);
        }

        if (string.Equals(by.Account, FrozenBy, StringComparison.OrdinalIgnoreCase))
        {
            return ReleaseErrors.SamePerson;
        }

        if (note.Trim().Length > LongestReason)
        {
            return ReleaseErrors.TooLong(LongestReason);
        }

        (IsRejected, DecisionNote, DecidedByName, DecidedAt) = (!approves, note.Trim(), by.Name, now);
        return Result.Done;
    }

    /// <summary>How far it has come on a day.</summary>
    public ReleaseState StateOn(DateOnly day) =>
        DecidedAt is null ? ReleaseState.AwaitsApproval
        : IsRejected ? ReleaseState.Rejected
        : day < FirstDay ? ReleaseState.UnderEmbargo
        : ReleaseState.Released;
}

/// <summary>What a release is made of.</summary>
/// <param name="Year">The year it is about.</param>
/// <param name="ComparedYear">The year it compares with, or null.</param>
/// <param name="DataVersion">The version of the answers.</param>
public sealed record ReleaseBasis(ReportingYear Year, ReportingYear? ComparedYear, string DataVersion);
