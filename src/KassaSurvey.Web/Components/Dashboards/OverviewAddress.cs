using System.Globalization;
using KassaSurvey.Domain.Analysis;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>What the overview shows, as its address says it: a copied address shows another person the same, within that person's rights.</summary>
/// <param name="Survey">Survey key, or null for the fund's first.</param>
/// <param name="Year">Year, or null for the latest closed one.</param>
/// <param name="Compare">A year, "none", or null for the year before.</param>
/// <param name="Where">Conditions "segment:value".</param>
public sealed record OverviewAddress(string? Survey, int? Year, string? Compare, IReadOnlyList<string> Where)
{
    /// <summary>The word for leaving careless responses out.</summary>
    public const string CarelessExcluded = "excluded";

    /// <summary><see cref="CarelessExcluded"/>, or null for everybody.</summary>
    public string? Careless { get; init; }

    /// <summary>True when careless responses are to be left out.</summary>
    public bool ExcludesCareless => Careless == CarelessExcluded;

    /// <summary>True when the address says something of the careless that is not understood.</summary>
    public bool HasUnreadableCareless => !string.IsNullOrEmpty(Careless) && !ExcludesCareless;

    /// <summary>The word for comparing with nothing.</summary>
    public const string NoComparison = "none";

    /// <summary>The population the conditions name, those of <see cref="UnreadableCondition"/> left out.</summary>
    public Population Population => Where
        .Select(Parts)
        .Where(IsCondition)
        .Aggregate(Population.Everybody, (population, parts) => population.With(parts[0], parts[1]));

    /// <summary>The first condition that is no "segment:value", or null: it must be told, or the page would answer another question.</summary>
    public string? UnreadableCondition => Where.FirstOrDefault(condition => !IsCondition(Parts(condition)));

    /// <summary>True when the address names something to compare with that is no year.</summary>
    public bool HasUnreadableComparison => !string.IsNullOrEmpty(Compare) && !ComparesNothing && CompareYear is null;

    /// <summary>The compared year, when the address names one.</summary>
    public int? CompareYear => int.TryParse(Compare, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>True when nothing is to be compared.</summary>
    public bool ComparesNothing => Compare == NoComparison;

    /// <summary>The same with another population.</summary>
    public OverviewAddress About(Population population) => this with
    {
        Where = [.. population.Conditions.SelectMany(condition => condition.Value.Select(value => $"{condition.Key}:{value}"))],
    };

    private static string[] Parts(string condition) => condition.Split(':', 2);

    private static bool IsCondition(string[] parts) => parts is [{ Length: > 0 }, { Length: > 0 }];
}
