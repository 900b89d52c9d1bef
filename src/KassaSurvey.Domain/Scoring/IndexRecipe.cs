using System.Collections.Immutable;
using System.Globalization;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Scoring;

/// <summary>One question of an index.</summary>
/// <param name="QuestionCode">A rating question.</param>
/// <param name="Weight">Its weight beside the others; only the proportions matter.</param>
public sealed record IndexItem(string QuestionCode, double Weight);

/// <summary>
/// How an index 0-100 is computed: which ratings, with which weights, and how many of them a respondent must have answered.
/// A wave keeps the recipe it was made with, so a changed recipe never changes an earlier year (statistics: scoring).
/// </summary>
public sealed record IndexRecipe
{
    /// <summary>The most questions an index can have.</summary>
    public const int MaximumItems = 60;

    private IndexRecipe(string code, int version, ImmutableArray<IndexItem> items, double minimumShare) =>
        (Code, Version, Items, MinimumShare) = (code, version, items, minimumShare);

    /// <summary>The overall grade alone.</summary>
    public static IndexRecipe Overall { get; } = new("overall", 1, [new(Survey.OverallCode, 1)], 1);

    /// <summary>Overall grade, compared with expectations, compared with the ideal: the three questions of the ECSI type, equal weights.</summary>
    public static IndexRecipe Ecsi { get; } = new("ecsi", 1, [new(Survey.OverallCode, 1), new("EXP_MET", 1), new("EXP_IDEAL", 1)], 0.5);

    /// <summary>The recipes that come with the product.</summary>
    public static IReadOnlyList<IndexRecipe> BuiltIn { get; } = [Overall, Ecsi];

    /// <summary>Its name in results: letters, digits, hyphens.</summary>
    public string Code { get; }

    /// <summary>From 1; any change of the other properties is a new version.</summary>
    public int Version { get; }

    /// <summary>The questions with their weights.</summary>
    public ImmutableArray<IndexItem> Items { get; }

    /// <summary>Least share 0-1, by weight, of the items asked that must have a valid answer for a respondent to count.</summary>
    public double MinimumShare { get; }

    /// <summary>Code and version, for example "ecsi/1".</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Code}/{Version}");

    /// <summary>Makes a recipe.</summary>
    /// <returns>The recipe, or an error: no name, no items, an item twice, a weight that is not positive, a share outside 0-1.</returns>
    public static Result<IndexRecipe> Create(string code, int version, IEnumerable<IndexItem> items, double minimumShare)
    {
        ImmutableArray<IndexItem> known = [.. items];
        if (!CodeText.IsKey(code) || version < 1)
        {
            return Error.Of("IndexRecipe.InvalidName", code, version);
        }

        if (known.Length is 0 or > MaximumItems || known.DistinctBy(item => item.QuestionCode.ToUpperInvariant()).Count() != known.Length)
        {
            return Error.Of("IndexRecipe.InvalidItems", MaximumItems);
        }

        if (known.FirstOrDefault(item => !(item.Weight > 0) || !double.IsFinite(item.Weight)) is { } wrong)
        {
            return Error.Of("IndexRecipe.InvalidWeight", wrong.QuestionCode);
        }

        return minimumShare is >= 0 and <= 1
            ? new IndexRecipe(code, version, known, minimumShare)
            : Error.Of("IndexRecipe.InvalidShare", minimumShare);
    }

    /// <summary>A recipe of equally weighted ratings, as for a dimension of the experience index.</summary>
    internal static IndexRecipe OfEqualWeights(string code, IEnumerable<Question> ratings) =>
        new(code, 1, [.. ratings.Select(rating => new IndexItem(rating.Code, 1))], 0.5);

    /// <inheritdoc />
    public bool Equals(IndexRecipe? other) =>
        other is not null && Key == other.Key && MinimumShare.Equals(other.MinimumShare) && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Version, Items.Length);
}
