using System.Collections.Immutable;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>The categories of one margin with those that are merged under one name.</summary>
internal sealed class CategoryMerging
{
    private const string Plus = " + ";

    private readonly Dictionary<string, string> _names;

    /// <summary>Merges categories; a merge that names a category nobody has changes nothing.</summary>
    public CategoryMerging(string margin, IEnumerable<string> categories, ImmutableArray<CategoryMerge> merges)
    {
        var groups = categories.Distinct(StringComparer.Ordinal).ToDictionary(category => category, category => new List<string> { category }, StringComparer.Ordinal);
        foreach (var merge in merges.Where(merge => merge.Margin == margin))
        {
            if (Find(merge.Category) is { } from && Find(merge.With) is { } into && from != into)
            {
                into.AddRange(from);
                from.ForEach(category => groups[category] = into);
            }
        }

        _names = groups.ToDictionary(pair => pair.Key, pair => NameOf(pair.Value), StringComparer.Ordinal);

        // A merged category can be merged again, by its own name.
        List<string>? Find(string name) => groups.GetValueOrDefault(name) ?? groups.Values.FirstOrDefault(group => NameOf(group) == name);
    }

    /// <summary>The name under which a category counts.</summary>
    public string this[string category] => _names[category];

    private static string NameOf(List<string> group) =>
        group.Count == 1 ? group[0] : string.Join(Plus, group.Order(StringComparer.Ordinal).Select(CategorySums.NameOf));
}
