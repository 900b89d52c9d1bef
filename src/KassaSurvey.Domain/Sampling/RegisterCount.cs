using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sampling;

/// <summary>
/// How many members of a sampled population were in a category of a segment, or in two categories at once, the day the sample was
/// drawn. Kept, because the member register goes on: weights made from it must be possible to make again.
/// </summary>
public sealed class RegisterCount : IFundOwned
{
    /// <summary>Segments with more categories are not counted: no answers would be left in a category.</summary>
    public const int MostCategories = 60;

    private RegisterCount()
    {
    }

    /// <summary>The wave.</summary>
    public WaveId WaveId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The segment.</summary>
    public string Segment { get; private set; } = "";

    /// <summary>Its category; empty for members without one.</summary>
    public string Category { get; private set; } = "";

    /// <summary>The second segment, by name after the first; empty for a count of one segment.</summary>
    public string OtherSegment { get; private set; } = "";

    /// <summary>The second segment's category.</summary>
    public string OtherCategory { get; private set; } = "";

    /// <summary>How many members; at least 1.</summary>
    public long Members { get; private set; }

    /// <summary>Records a count.</summary>
    public static RegisterCount Of(FundId fund, WaveId wave, string segment, string category, long members, string otherSegment = "", string otherCategory = "") => new()
    {
        FundId = fund, WaveId = wave, Segment = segment, Category = category, OtherSegment = otherSegment, OtherCategory = otherCategory, Members = members,
    };
}
