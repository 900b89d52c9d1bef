using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Application.Features.Waves;

/// <summary>Turns the segments of responses into one column a segment.</summary>
internal static class SegmentColumns
{
    public static ImmutableSortedDictionary<string, SegmentColumn> Of(IReadOnlyList<ImmutableSortedDictionary<string, string>> responses)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, SegmentColumn>(StringComparer.Ordinal);
        foreach (var name in responses.SelectMany(segments => segments.Keys).Distinct(StringComparer.Ordinal))
        {
            string[] categories =
            [
                .. responses.Select(segments => segments.GetValueOrDefault(name)).OfType<string>()
                    .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(SegmentColumn.MaximumCategories),
            ];
            var places = categories.Select((category, place) => (category, place)).ToDictionary(pair => pair.category, pair => (byte)pair.place, StringComparer.Ordinal);
            columns[name] = new(
                [.. responses.Select(segments => segments.TryGetValue(name, out var value) && places.TryGetValue(value, out var place) ? place : SegmentColumn.Unknown)],
                [.. categories]);
        }

        return columns.ToImmutable();
    }
}
