using System.Collections.Immutable;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>One column of a driver analysis.</summary>
/// <param name="Code">The question, area or column it is.</param>
/// <param name="Minimum">Lowest possible value: 0 of the 0-100 scale.</param>
/// <param name="Maximum">Highest possible value: 100 of the 0-100 scale.</param>
/// <param name="Values">One value per row, NaN = missing.</param>
public sealed record DriverItem(string Code, double Minimum, double Maximum, double[] Values)
{
    /// <summary>A column on an answer scale.</summary>
    public static DriverItem On(AnswerScale scale, string code, double[] values) => new(code, scale.Minimum, scale.Maximum, values);
}

/// <summary>A driver, the target or a consequence: one column, or for a path model several that measure the same.</summary>
/// <param name="Code">What it is called in the result.</param>
/// <param name="Items">Its columns, at least one.</param>
public sealed record DriverVariable(string Code, ImmutableArray<DriverItem> Items)
{
    /// <summary>A variable of one column.</summary>
    public static DriverVariable Of(DriverItem item) => new(item.Code, [item]);
}

/// <summary>What a driver analysis looks at. Rows with anything missing are left out and counted; nothing is filled in.</summary>
/// <param name="Target">What is to be explained.</param>
/// <param name="Drivers">What may explain it.</param>
/// <param name="Weights">One non-negative weight per row; empty = unweighted.</param>
public sealed record DriverTable(DriverVariable Target, ImmutableArray<DriverVariable> Drivers, double[] Weights)
{
    /// <summary>Variables the target leads to; they help a path model weigh the target's items and are no drivers.</summary>
    public ImmutableArray<DriverVariable> Consequences { get; init; } = [];

    /// <summary>Arrows between the codes of variables; empty = each driver leads to the target and the target to each consequence.</summary>
    public ImmutableArray<(string Source, string Target)> Arrows { get; init; } = [];

    /// <summary>Drivers, then the target, then consequences.</summary>
    public ImmutableArray<DriverVariable> Variables => [.. Drivers, Target, .. Consequences];

    /// <summary>The columns of all variables in order.</summary>
    public ImmutableArray<DriverItem> Items => [.. Variables.SelectMany(variable => variable.Items)];

    /// <summary>Number of rows.</summary>
    public int Rows => Target.Items[0].Values.Length;

    /// <summary>The rows with a value in every column and a weight above 0.</summary>
    public int[] CompleteRows()
    {
        var items = Items;
        return [.. Enumerable.Range(0, Rows).Where(row => (Weights.Length == 0 || Weights[row] > 0) && IsComplete(items, row))];
    }

    /// <summary>The table of these rows alone.</summary>
    public DriverTable Keep(int[] rows)
    {
        return this with
        {
            Target = Kept(Target),
            Drivers = [.. Drivers.Select(Kept)],
            Consequences = [.. Consequences.Select(Kept)],
            Weights = Weights.Length == 0 ? [] : Picked(Weights),
        };

        DriverVariable Kept(DriverVariable variable) =>
            variable with { Items = [.. variable.Items.Select(item => item with { Values = Picked(item.Values) })] };

        double[] Picked(double[] values) => [.. rows.Select(row => values[row])];
    }

    private static bool IsComplete(ImmutableArray<DriverItem> items, int row)
    {
        foreach (var item in items)
        {
            if (double.IsNaN(item.Values[row]))
            {
                return false;
            }
        }

        return true;
    }
}
