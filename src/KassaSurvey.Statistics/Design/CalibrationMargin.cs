namespace KassaSurvey.Statistics.Design;

/// <summary>One known distribution of the population (for instance age bands) and where each respondent falls in it. Immutable.</summary>
public sealed class CalibrationMargin
{
    private readonly int[] categories;
    private readonly double[] population;

    /// <summary>A margin.</summary>
    /// <param name="categories">The category of each respondent, 0 to population.Length − 1. Merge "unknown" into a category first.</param>
    /// <param name="population">How many people (or which share) each category holds; finite, not negative.</param>
    /// <exception cref="ArgumentException">A category is outside the range or a population is negative or not finite.</exception>
    public CalibrationMargin(ReadOnlySpan<int> categories, ReadOnlySpan<double> population)
    {
        foreach (var category in categories)
        {
            if ((uint)category >= (uint)population.Length)
            {
                throw new ArgumentException($"Category {category} is not one of {population.Length}.", nameof(categories));
            }
        }

        foreach (var people in population)
        {
            if (!(people >= 0) || double.IsInfinity(people))
            {
                throw new ArgumentException("A population is finite and not negative.", nameof(population));
            }
        }

        this.categories = categories.ToArray();
        this.population = population.ToArray();
    }

    /// <summary>The category of each respondent.</summary>
    public ReadOnlySpan<int> Categories => categories;

    /// <summary>The population of each category.</summary>
    public ReadOnlySpan<double> Population => population;

    /// <summary>Number of respondents.</summary>
    public int RowCount => categories.Length;

    /// <summary>Number of categories.</summary>
    public int CategoryCount => population.Length;

    /// <summary>The population of all categories together.</summary>
    public double Total
    {
        get
        {
            var sum = 0.0;
            foreach (var people in population)
            {
                sum += people;
            }

            return sum;
        }
    }

    /// <summary>The sum of weights in each category.</summary>
    internal double[] Sums(ReadOnlySpan<double> weights)
    {
        var sums = new double[population.Length];
        for (var i = 0; i < categories.Length; i++)
        {
            sums[categories[i]] += weights[i];
        }

        return sums;
    }

    /// <summary>The largest relative deviation of the weighted categories from the population, scaled to the given total.</summary>
    internal double Deviation(ReadOnlySpan<double> weights, double scale)
    {
        var sums = Sums(weights);
        var largest = 0.0;
        for (var category = 0; category < sums.Length; category++)
        {
            var target = population[category] * scale;
            var deviation = target > 0 ? Math.Abs((sums[category] / target) - 1) : sums[category];
            largest = Math.Max(largest, deviation);
        }

        return largest;
    }
}
