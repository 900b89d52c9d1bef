using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>The respondents of one variable against its margin.</summary>
/// <param name="Margin">The population.</param>
/// <param name="Places">The category of each respondent, as a place in the margin; -1 = the margin has no such category.</param>
/// <param name="Unknown">Categories of respondents that the margin does not have.</param>
/// <param name="Counts">Respondents by category of the margin.</param>
/// <param name="Base">Sums of the base weights by category.</param>
internal sealed record CategorySums(PopulationMargin Margin, int[] Places, IReadOnlyList<string> Unknown, int[] Counts, double[] Base)
{
    /// <summary>Counts the respondents.</summary>
    public static CategorySums Of(PopulationMargin margin, string[] categories, double[] baseWeights)
    {
        var known = margin.Categories.Select((category, place) => (category, place))
            .ToDictionary(pair => pair.category, pair => pair.place, StringComparer.OrdinalIgnoreCase);
        int[] places = [.. categories.Select(category => known.GetValueOrDefault(category, -1))];
        var counts = new int[known.Count];
        for (var row = 0; row < places.Length; row++)
        {
            if (places[row] >= 0)
            {
                counts[places[row]]++;
            }
        }

        string[] unknown = [.. categories.Where(category => !known.ContainsKey(category)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        return new(margin, places, unknown, counts, Sums(places, counts.Length, baseWeights));
    }

    /// <summary>The category's name for people.</summary>
    public static string NameOf(string category) => category.Length == 0 ? "(empty)" : category;

    /// <summary>Why no weights can agree with the margin: all its empty and all its unknown categories.</summary>
    public IEnumerable<Error> Check()
    {
        var places = Enumerable.Range(0, Counts.Length).ToList();
        var withoutTotal = Unknown.Concat(places.Where(place => Base[place] > 0 && Margin.Totals[place] == 0).Select(place => Margin.Categories[place])).ToList();
        var withoutRespondents = places.Where(place => Base[place] == 0 && Margin.Totals[place] > 0).Select(place => Margin.Categories[place]).ToList();
        if (withoutRespondents.Count > 0)
        {
            yield return AnalysisErrors.WithoutRespondents(Margin.Variable, string.Join(", ", withoutRespondents.Select(NameOf)));
        }

        if (withoutTotal.Count > 0)
        {
            yield return AnalysisErrors.WithoutTotal(Margin.Variable, string.Join(", ", withoutTotal.Take(DataFile.LongestList).Select(NameOf)));
        }
    }

    /// <summary>The margin before and after. One count too small to show hides all of the variable: the others would give it away.</summary>
    public IEnumerable<WeightingDocument.Category> Describe(double[] weights, DisclosureRule? rule)
    {
        var hides = rule is { } known && Counts.Any(count => known.Hides(count));
        var after = Sums(Places, Counts.Length, weights);
        var (baseSum, totalSum, afterSum) = (Base.Sum(), Margin.Totals.Sum(), after.Sum());
        return Enumerable.Range(0, Counts.Length).Select(place => new WeightingDocument.Category(
            Margin.Variable,
            Margin.Categories[place],
            hides ? null : Counts[place],
            hides ? null : Base[place] / baseSum,
            Margin.Totals[place] / totalSum,
            after[place] / afterSum));
    }

    private static double[] Sums(int[] places, int categories, double[] weights)
    {
        var sums = new double[categories];
        for (var row = 0; row < places.Length; row++)
        {
            if (places[row] >= 0)
            {
                sums[places[row]] += weights[row];
            }
        }

        return sums;
    }
}
