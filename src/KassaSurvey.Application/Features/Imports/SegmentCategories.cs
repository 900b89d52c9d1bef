namespace KassaSurvey.Application.Features.Imports;

/// <summary>The categories of each segment. Sealed columns keep a category as one byte, so a segment has at most 255.</summary>
internal sealed class SegmentCategories
{
    /// <summary>The most categories of a segment.</summary>
    public const int MaximumCount = 255;

    private readonly Dictionary<string, HashSet<string>> _categories = new(StringComparer.Ordinal);

    /// <summary>The one copy of a category's name, added when it is new.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="category">The category.</param>
    /// <param name="fits">False when the segment is full: the category was not added.</param>
    public string Take(string segment, ReadOnlySpan<char> category, out bool fits)
    {
        if (!_categories.TryGetValue(segment, out var held))
        {
            _categories[segment] = held = new(StringComparer.Ordinal);
        }

        var bySpan = held.GetAlternateLookup<ReadOnlySpan<char>>();
        fits = bySpan.TryGetValue(category, out var known) || (held.Count < MaximumCount && bySpan.Add(category));
        return known ?? category.ToString();
    }
}
