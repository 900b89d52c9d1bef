using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>
/// Counts a population by each segment and each pair of segments. Everybody counts whom the results speak for: also those who refuse
/// to be asked or cannot be reached, but not those who have died or left.
/// </summary>
internal static class RegisterTally
{
    /// <summary>The counts of at least one member.</summary>
    public static IEnumerable<RegisterCount> Of(Wave wave, ReadFrame frame)
    {
        int[] members = [.. Enumerable.Range(0, frame.Members.Count).Where(place => frame.Members[place].Reason is not (ExclusionReason.Deceased or ExclusionReason.Left))];
        // Answers carry the segments; the member's language is none.
        var segments = frame.Variables.Where(variable => variable.Key != SampleDesign.ByLanguage && variable.Value.Names.Count <= RegisterCount.MostCategories)
            .OrderBy(variable => variable.Key, StringComparer.Ordinal).ToList();
        for (var first = 0; first < segments.Count; first++)
        {
            var (name, one) = segments[first];
            foreach (var (category, _, count) in Cells(members, one, null))
            {
                yield return RegisterCount.Of(wave.FundId, wave.Id, name, category, count);
            }

            foreach (var (otherName, other) in segments.Skip(first + 1))
            {
                foreach (var (category, otherCategory, count) in Cells(members, one, other))
                {
                    yield return RegisterCount.Of(wave.FundId, wave.Id, name, category, count, otherName, otherCategory);
                }
            }
        }
    }

    private static IEnumerable<(string Category, string OtherCategory, long Count)> Cells(int[] members, FrameVariable one, FrameVariable? other)
    {
        var width = other?.Names.Count ?? 1;
        var counts = new long[one.Names.Count * width];
        foreach (var place in members)
        {
            counts[(one.CodeOf(place) * width) + (other?.CodeOf(place) ?? 0)]++;
        }

        return Enumerable.Range(0, counts.Length).Where(cell => counts[cell] > 0)
            .Select(cell => (one.NameOf(cell / width), other?.NameOf(cell % width) ?? "", counts[cell]));
    }
}
