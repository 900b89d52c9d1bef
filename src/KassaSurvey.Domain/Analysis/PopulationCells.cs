using System.Numerics;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Statistics.Descriptive;

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

    public PopulationCells(Population population, ResponseColumns columns)
    {
        Selection = population.Select(columns);
        IsEverybody = population.IsEverybody && columns.LeftOut.Length == 0;
        AddGroups(population, columns);
        if (columns.LeftOut.Length > 0)
        {
            // With and without the rows left out are both shown, so neither may be subtracted from the other: what holds for either
            // holds for the rows left out too, as if they were a wave of their own.
            var everybody = columns.LeavingOut([]);
            var leftOut = columns.LeavingOut(Rest(Population.Everybody, everybody, columns.LeftOut));
            AddGroups(population, everybody);
            AddGroups(population, leftOut);
            Add(population.Select(leftOut));
        }
    }

    /// <summary>Rows of a breakdown's group, whose differences from others are audited for the whole breakdown at once.</summary>
    public PopulationCells(ulong[] selection) => Selection = selection;

    /// <summary>The population's rows; empty = every row.</summary>
    public ulong[] Selection { get; }

    /// <summary>True when nobody is left out.</summary>
    public bool IsEverybody { get; }

    /// <summary>What must be said instead of a figure of this many answers, or null when it may be shown.</summary>
    /// <param name="answers">Valid answers of the population.</param>
    /// <param name="count">Counts the valid answers of any group of rows.</param>
    /// <param name="rule">How few are too few.</param>
    public Reading? Hide(long answers, CountRows count, DisclosureRule rule) =>
        answers == 0 ? new Reading.NoData()
        : rule.Hides(answers) ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
        : _differences.Exists(rows => rule.Hides(count(rows, rule.FewestShown))) || _siblings.Exists(cells => cells.Reveals(count, rule))
            ? new Reading.Suppressed(SuppressionReason.WouldRevealOthers)
        : null;

    /// <summary>Counts the values of a byte column that lie between two bounds.</summary>
    public static CountRows Valid(byte[] values, int low, int high) => (rows, limit) => RangeCount.Between(values, low, high, rows, limit);

    /// <summary>Counts the rows for which something holds.</summary>
    public static CountRows Rows(int count, Func<int, bool> holds) => (rows, limit) =>
    {
        var found = 0L;
        for (var i = 0; i < rows.Length && found < limit; i++)
        {
            for (var word = rows[i]; word != 0; word &= word - 1)
            {
                var row = (i << 6) + BitOperations.TrailingZeroCount(word);
                found += row < count && holds(row) ? 1 : 0;
            }
        }

        return found;
    };

    private void AddGroups(Population population, ResponseColumns columns)
    {
        if (population.IsEverybody)
        {
            return;
        }

        var selection = population.Select(columns);
        Add(Rest(Population.Everybody, columns, selection));
        foreach (var (segment, values) in population.Conditions)
        {
            var without = values.Aggregate(population, (wider, value) => wider.Without(segment, value));
            if (!without.IsEverybody)
            {
                Add(Rest(without, columns, selection));
            }

            if (values.Count > 1)
            {
                foreach (var value in values)
                {
                    Add(without.With(segment, value).Select(columns));
                }
            }
        }

        AddSiblings(population, columns);
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

    private void AddSiblings(Population population, ResponseColumns columns)
    {
        var named = population.Conditions.Where(condition => columns.Segments.ContainsKey(condition.Key)).ToList();
        if (named is [var one, var other] && SiblingCells.Of(Population.Everybody.Select(columns), columns.Segments[one.Key], one.Value, columns.Segments[other.Key], other.Value) is { } table)
        {
            _siblings.Add(table);
            return;
        }

        foreach (var (segment, values) in named)
        {
            var within = values.Aggregate(population, (wider, value) => wider.Without(segment, value)).Select(columns);
            _siblings.Add(SiblingCells.Of(within, columns.Segments[segment], values));
        }
    }

    private void Add(ulong[] rows) => _differences.Add(rows);
}

/// <summary>Counts rows of a group, and may stop once the limit is reached: to know that a group is not too small, few rows need reading.</summary>
internal delegate long CountRows(ulong[] rows, long limit);
