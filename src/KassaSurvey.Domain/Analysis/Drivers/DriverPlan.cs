using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>A driver model before its figures: what explains what, and whose answers it needs.</summary>
/// <param name="Area">The area that narrows the base; null for the main model.</param>
/// <param name="Target">What is explained.</param>
/// <param name="Drivers">What may explain it.</param>
internal sealed record DriverPlan(string? Area, DriverCandidate Target, ImmutableArray<DriverCandidate> Drivers)
{
    /// <summary>What the target leads to; null but for the path model.</summary>
    public DriverCandidate? Consequence { get; init; }

    /// <summary>True when the drivers are the area's questions one by one, not areas.</summary>
    public bool IsByQuestion { get; init; }

    /// <summary>Everything in it.</summary>
    public IEnumerable<DriverCandidate> Variables => Consequence is null ? [Target, .. Drivers] : [Target, .. Drivers, Consequence];

    /// <summary>The codes of the drivers.</summary>
    public ImmutableArray<string> Codes => [.. Drivers.Select(driver => driver.Variable.Code)];

    /// <summary>Those of the population who were asked about all of it.</summary>
    public RowSet Asked(RowSet population) => population.And(Variables.Select(variable => variable.Asked));

    /// <summary>Those of them with a value of everything.</summary>
    public RowSet Complete(RowSet population) => Asked(population).And(Variables.Select(variable => variable.Complete));

    /// <summary>Its columns for the rows of the base.</summary>
    public DriverTable Table(RowSet asked, double[] weights)
    {
        var table = new DriverTable(Target.Variable, [.. Drivers.Select(driver => driver.Variable)], weights)
        {
            Consequences = Consequence is null ? [] : [Consequence.Variable],
            Arrows = Consequence is null ? [] : SatisfactionModel.ArrowsOf(Codes),
        };
        return table.Keep([.. asked.Rows()]);
    }
}
