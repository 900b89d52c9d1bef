using KassaSurvey.Domain.Analysis.Disclosure;

namespace KassaSurvey.Domain.Analysis;

/// <summary>
/// The rows of a population, and the groups that somebody could compute by subtracting one published figure from another:
/// everybody less the population, the population with one condition dropped less itself, each named category alone, and what the
/// other categories of the same segments leave. A figure that would give away too few answers is hidden
/// (statistics: differencing between filters).
/// </summary>
internal sealed class PopulationCells
{
    private readonly List<ulong[]> _differences = [];
    private readonly List<SiblingCells> _siblings = [];

    /// <summary>The same among the rows left out. Nobody knows who they are, so that they answered alike says nothing of anybody.</summary>
    private readonly List<ulong[]> _unknownDifferences = [];
    private readonly List<SiblingCells> _unknownSiblings = [];

    public PopulationCells(Population population, ResponseColumns columns)
    {
        Selection = population.Select(columns);
        IsEverybody = population.IsEverybody && columns.LeftOut.Length == 0;
        AddGroups(population, columns, _differences, _siblings);
        if (columns.LeftOut.Length > 0)
        {
            // With and without the rows left out are both shown, so neither may be subtracted from the other: what holds for either
            // holds for the rows left out too, as if they were a wave of their own.
            var everybody = columns.LeavingOut([]);
            var leftOut = columns.LeavingOut(Rest(Population.Everybody, everybody, columns.LeftOut));
            AddGroups(population, everybody, _differences, _siblings);
            AddGroups(population, leftOut, _unknownDifferences, _unknownSiblings);
            _unknownDifferences.Add(population.Select(leftOut));
        }
    }

    /// <summary>Rows of a breakdown's group, whose differences from others are audited for the whole breakdown at once.</summary>
    public PopulationCells(ulong[] selection) => Selection = selection;

    /// <summary>The population's rows; empty = every row.</summary>
    public ulong[] Selection { get; }

    /// <summary>True when nobody is left out.</summary>
    public bool IsEverybody { get; }

    /// <summary>What must be said instead of a figure of this many answers, or null when it may be shown.</summary>
    /// <param name="count">Valid answers of the population.</param>
    /// <param name="answers">The answers of any group of rows.</param>
    /// <param name="rule">How few are too few.</param>
    public Reading? Hide(long count, FigureAnswers answers, DisclosureRule rule) =>
        count == 0 ? new Reading.NoData()
        : rule.Hides(count) ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
        : answers.AreAlike(count, Selection) ? new Reading.Suppressed(SuppressionReason.AnsweredAlike)
        : Reveals(_differences, _siblings, answers.Count, rule) || Reveals(_unknownDifferences, _unknownSiblings, answers.CountAll, rule)
            ? new Reading.Suppressed(SuppressionReason.WouldRevealOthers)
        : null;

    private static bool Reveals(List<ulong[]> differences, List<SiblingCells> siblings, CountRows count, DisclosureRule rule) =>
        differences.Exists(rows => rule.Hides(count(rows, rule.FewestShown))) || siblings.Exists(cells => cells.Reveals(count, rule));

    private static void AddGroups(Population population, ResponseColumns columns, List<ulong[]> differences, List<SiblingCells> siblings)
    {
        if (population.IsEverybody)
        {
            return;
        }

        var selection = population.Select(columns);
        differences.Add(Rest(Population.Everybody, columns, selection));
        foreach (var (segment, values) in population.Conditions)
        {
            var without = values.Aggregate(population, (wider, value) => wider.Without(segment, value));
            if (!without.IsEverybody)
            {
                differences.Add(Rest(without, columns, selection));
            }

            if (values.Count > 1)
            {
                foreach (var value in values)
                {
                    differences.Add(without.With(segment, value).Select(columns));
                }
            }
        }

        AddSiblings(population, columns, siblings);
    }

    private static ulong[] Rest(Population wider, ResponseColumns columns, ulong[] selection)
    {
        var rest = wider.Select(columns);
        if (rest.Length == 0)
        {
            rest = new ulong[selection.Length];
            rest.AsSpan().Fill(ulong.MaxValue);
            Population.ClearBehindLast(rest, columns.Count);
        }

        for (var word = 0; word < rest.Length; word++)
        {
            rest[word] &= ~selection[word];
        }

        return rest;
    }

    private static void AddSiblings(Population population, ResponseColumns columns, List<SiblingCells> siblings)
    {
        var named = population.Conditions.Where(condition => columns.Segments.ContainsKey(condition.Key)).ToList();
        if (named is [var one, var other] && SiblingCells.Of(Population.Everybody.Select(columns), columns.Segments[one.Key], one.Value, columns.Segments[other.Key], other.Value) is { } table)
        {
            siblings.Add(table);
            return;
        }

        foreach (var (segment, values) in named)
        {
            var within = values.Aggregate(population, (wider, value) => wider.Without(segment, value)).Select(columns);
            siblings.Add(SiblingCells.Of(within, columns.Segments[segment], values));
        }
    }
}
