using System.Collections.Immutable;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>A distribution that weights are made to agree with: of one segment, or of the combinations of two.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Other">The second one; null = only the first.</param>
public sealed record RegisterMargin(string Segment, string? Other = null)
{
    /// <summary>Its name for people.</summary>
    public string Name => Other is null ? Segment : Segment + SampleDesign.Joint + Other;

    /// <summary>The segments it is made of.</summary>
    internal IEnumerable<string> Segments => Other is null ? [Segment] : [Segment, Other];

    /// <summary>The margin in the register: members by category, in the order of the names.</summary>
    internal IEnumerable<(string Category, long Members)> Members(IReadOnlyCollection<RegisterCount> counts)
    {
        var (first, second) = Other is { } other && string.CompareOrdinal(Segment, other) > 0 ? (other, Segment) : (Segment, Other ?? "");
        return counts.Where(count => count.Segment == first && count.OtherSegment == second)
            .Select(count => (Category: Other is null ? count.Category
                : first == Segment ? Joint(count.Category, count.OtherCategory) : Joint(count.OtherCategory, count.Category), count.Members))
            .OrderBy(cell => cell.Category, StringComparer.Ordinal);
    }

    /// <summary>The category of each answer; empty when not known.</summary>
    internal string[] CategoriesOf(ResponseColumns columns)
    {
        var (one, two) = (columns.Segments[Segment], Other is null ? null : columns.Segments[Other]);
        return [.. Enumerable.Range(0, columns.Count).Select(row => two is null ? Name(one, row) : Joint(Name(one, row), Name(two, row)))];

        static string Name(SegmentColumn column, int row) => column.Codes[row] < column.Categories.Length ? column.Categories[column.Codes[row]] : "";
    }

    private static string Joint(string one, string two) => one + SampleDesign.Joint + two;
}

/// <summary>Two categories of a margin that count as one, because one of them alone has too few answers.</summary>
/// <param name="Margin">The margin's name.</param>
/// <param name="Category">The category.</param>
/// <param name="With">The category that it is merged with.</param>
public sealed record CategoryMerge(string Margin, string Category, string With);

/// <summary>A category of a margin after merging.</summary>
/// <param name="Margin">The margin's name.</param>
/// <param name="Category">The category; merged ones joined by a plus sign; empty when not known.</param>
/// <param name="Members">Members of the population in it.</param>
/// <param name="Answers">Answers in it; null when the margin has counts too small to show.</param>
/// <param name="IsEmpty">Nobody has answered, or nobody is in the register: no weights can be made before it is merged.</param>
/// <param name="IsThin">So few answers, or so large a weight, that merging is advised.</param>
public sealed record RegisterCell(string Margin, string Category, long Members, int? Answers, bool IsEmpty, bool IsThin);

/// <summary>Weights to the register, or what is in their way.</summary>
/// <param name="Cells">Each category of each margin, in the margins' order.</param>
/// <param name="Weights">The weights; null while a category is empty.</param>
public sealed record RegisterWeighting(ImmutableArray<RegisterCell> Cells, WeightingDocument? Weights);
