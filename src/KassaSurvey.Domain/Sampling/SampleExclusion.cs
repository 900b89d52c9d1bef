using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>Why a member of the population is not asked. The first that holds is given.</summary>
public enum ExclusionReason
{
    /// <summary>Not excluded.</summary>
    None = 0,

    /// <summary>Has died.</summary>
    Deceased = 1,

    /// <summary>Under a protection order.</summary>
    Protected = 2,

    /// <summary>No longer a member.</summary>
    Left = 3,

    /// <summary>Does not want to be asked by any way.</summary>
    Refused = 4,

    /// <summary>No way to reach that is known, working and not refused.</summary>
    Unreachable = 5,

    /// <summary>Invited to this wave already.</summary>
    AlreadyInvited = 6,

    /// <summary>Asked by a survey of the fund within the months of peace.</summary>
    AskedRecently = 7,
}

/// <summary>A member of the population whom the draw passed over, and why. Kept, so that a question can be answered later.</summary>
public sealed class SampleExclusion : IFundOwned
{
    private SampleExclusion()
    {
    }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <summary>The member.</summary>
    public MemberId MemberId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>Why.</summary>
    public ExclusionReason Reason { get; private set; }

    /// <summary>Records it.</summary>
    public static SampleExclusion Of(FundId fund, WaveId wave, MemberId member, ExclusionReason reason) =>
        new() { FundId = fund, WaveId = wave, MemberId = member, Reason = reason };
}
