using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Domain.Sampling;

/// <summary>
/// Draws the sample of a design: of each stratum the members with the smallest <see cref="SampleNumber"/>. Members come in any order;
/// of each one a place, a stratum and a number are held, so a draw from 755 000 members takes some 15 MB.
/// </summary>
public sealed class SampleDraw
{
    private readonly Dictionary<string, List<(ulong Number, int Place)>> _strata = new(StringComparer.Ordinal);

    /// <summary>Adds a member of the frame.</summary>
    /// <param name="place">The caller's own place of the member.</param>
    /// <param name="stratum">The stratum's name; empty when there are none.</param>
    /// <param name="number">The member's number in this draw.</param>
    public void Add(int place, string stratum, ulong number)
    {
        if (!_strata.TryGetValue(stratum, out var members))
        {
            _strata.Add(stratum, members = []);
        }

        members.Add((number, place));
    }

    /// <summary>How many members each stratum has, by name.</summary>
    public IReadOnlyList<(string Name, long Frame)> Strata() =>
        [.. _strata.OrderBy(stratum => stratum.Key, StringComparer.Ordinal).Select(stratum => (stratum.Key, (long)stratum.Value.Count))];

    /// <summary>The places drawn of a stratum, in the order of the draw.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="size">How many.</param>
    public IReadOnlyList<int> Take(string stratum, long size)
    {
        var members = _strata[stratum];
        // Two members with the same 64 bits are not to be expected; their order would still be the same each time for the same reading order.
        members.Sort();
        return [.. members.Take((int)size).Select(member => member.Place)];
    }

    /// <summary>How many of each stratum a design draws.</summary>
    /// <param name="design">The design.</param>
    /// <param name="frame">N_h.</param>
    /// <param name="deviations">S_h, for Neyman's allocation.</param>
    public static long[] Sizes(SampleDesign design, ReadOnlySpan<long> frame, ReadOnlySpan<double> deviations) => design switch
    {
        { Method: SampleMethod.Census } => frame.ToArray(),
        { Method: SampleMethod.SimpleRandom } => SampleAllocation.Proportional(frame, design.Size),
        { Allocation: SampleAllocationMethod.Equal } => SampleAllocation.Equal(frame, design.Size, design.MinimumPerStratum),
        { Allocation: SampleAllocationMethod.Neyman } => SampleAllocation.Neyman(frame, deviations, design.Size, design.MinimumPerStratum),
        _ => SampleAllocation.Proportional(frame, design.Size, design.MinimumPerStratum),
    };
}
