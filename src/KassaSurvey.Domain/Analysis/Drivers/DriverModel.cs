using System.Collections.Immutable;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>A driver model as a whole.</summary>
/// <param name="Method">The method used; Johnson stands for LMG when drivers are many.</param>
/// <param name="N">Complete rows, unweighted.</param>
/// <param name="LeftOut">Rows of the base with something missing.</param>
/// <param name="RSquared">Share 0-1 of the target's variance that the drivers explain.</param>
/// <param name="AdjustedRSquared">The same less what as many drivers explain by chance: 1 − (1 − R²)(n − 1)/(n − p − 1).</param>
/// <param name="IsWeighted">True when rows carry weights.</param>
/// <param name="Seed">Seed of the bootstrap.</param>
/// <param name="Replicates">Replicates used; 0 when the model was too weak to draw any.</param>
/// <param name="Discarded">Replicates without a solution.</param>
/// <param name="ImportanceCut">Mean importance of the drivers: the vertical border of the quadrants.</param>
/// <param name="PerformanceCut">Mean performance of the drivers, 0-100: the horizontal border.</param>
public sealed record DriverModel(
    DriverMethod Method, long N, long LeftOut, double RSquared, double AdjustedRSquared, bool IsWeighted,
    ulong Seed, int Replicates, int Discarded, double ImportanceCut, double PerformanceCut);

/// <summary>A figure with its 95 % percentile interval.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its bootstrap interval.</param>
public readonly record struct DriverFigure(double Value, ConfidenceInterval Interval);

/// <summary>One driver.</summary>
/// <param name="Code">The area, question or column.</param>
/// <param name="Performance">Mean of the complete rows, 0-100.</param>
/// <param name="Importance">Share 0-1 of the explained variance, all drivers adding up to 1; for a path model the total effect, points per point.</param>
/// <param name="Effect">Points (0-100) that go with <see cref="DriverAnalysis.Step"/> points more in this driver; an association, not a cause.</param>
/// <param name="VarianceInflation">1/(1 − R² on the other drivers); NaN for a driver without an arrow of its own to the target.</param>
/// <param name="Quadrant">What to do with it.</param>
/// <param name="CrossesBorder">True when an interval crosses a border, so that the quadrant is not certain.</param>
public sealed record Driver(
    string Code, DriverFigure Performance, DriverFigure Importance, DriverFigure Effect, double VarianceInflation,
    DriverQuadrant Quadrant, bool CrossesBorder);

/// <summary>Where a driver stands among the others shown.</summary>
public enum DriverQuadrant
{
    /// <summary>Important and below the mean performance.</summary>
    FixFirst = 1,

    /// <summary>Important and doing well.</summary>
    KeepUp = 2,

    /// <summary>Less important and below the mean performance.</summary>
    Watch = 3,

    /// <summary>Less important and doing well.</summary>
    Enough = 4,
}

/// <summary>Two drivers.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
public sealed record DriverPair(string First, string Second);

/// <summary>Something to bear in mind.</summary>
/// <param name="Kind">What.</param>
/// <param name="Codes">The driver or columns concerned; empty for the model as a whole.</param>
public sealed record DriverWarning(DriverWarningKind Kind, ImmutableArray<string> Codes);

/// <summary>What can be doubtful in a model that has figures.</summary>
public enum DriverWarningKind
{
    /// <summary>The driver's variance inflation is above 5: its share is hard to tell from the others'. Names it and the most alike driver.</summary>
    Collinear = 1,

    /// <summary>The column counts against its own variable: it is probably reversed.</summary>
    NegativeWeight = 2,

    /// <summary>The interval of the driver's effect includes 0.</summary>
    EffectIncludesZero = 3,

    /// <summary>Johnson's weights stand for LMG, because the drivers are more than 15.</summary>
    JohnsonForLmg = 4,

    /// <summary>Some replicates had no solution; the model says how many.</summary>
    DiscardedReplicates = 5,

    /// <summary>The target goes down where this driver is higher, the others being equal: no reason to let it fall.</summary>
    NegativeEffect = 6,
}
