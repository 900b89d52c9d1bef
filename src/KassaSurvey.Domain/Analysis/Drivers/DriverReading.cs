using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>What may be said about the drivers of a target. Only <see cref="Reported"/> has figures.</summary>
public abstract record DriverReading
{
    private DriverReading()
    {
    }

    /// <summary>The figures may be shown and advice given.</summary>
    /// <param name="Model">The model as a whole.</param>
    /// <param name="Drivers">One per driver, in the order given.</param>
    /// <param name="Ties">Pairs of drivers whose importance cannot be told apart.</param>
    /// <param name="Warnings">What to bear in mind.</param>
    public sealed record Reported(
        DriverModel Model, ImmutableArray<Driver> Drivers, ImmutableArray<DriverPair> Ties, ImmutableArray<DriverWarning> Warnings) : DriverReading
    {
        /// <summary>The model as a picture; null but for a path model.</summary>
        public PathPicture? Picture { get; init; }
    }

    /// <summary>The drivers explain too little of the target to give advice: the model is described, its figures are not shown.</summary>
    /// <param name="Model">The model as a whole.</param>
    /// <param name="Needed">The R² that would be enough.</param>
    public sealed record Weak(DriverModel Model, double Needed) : DriverReading;

    /// <summary>No model: fewer than <see cref="DriverAnalysis.FewestCases"/> complete rows.</summary>
    /// <param name="Complete">Complete rows.</param>
    /// <param name="LeftOut">Rows with something missing.</param>
    public sealed record TooFewCases(long Complete, long LeftOut) : DriverReading;

    /// <summary>No model: at least two drivers are needed to compare them.</summary>
    /// <param name="Drivers">How many there are.</param>
    public sealed record TooFewDrivers(int Drivers) : DriverReading;

    /// <summary>No model: all complete rows have the same value in a column.</summary>
    /// <param name="Code">The column.</param>
    public sealed record NoVariation(string Code) : DriverReading;

    /// <summary>No model: drivers cannot be separated.</summary>
    /// <param name="First">A driver of the most alike pair.</param>
    /// <param name="Second">The other.</param>
    public sealed record NotSeparable(string First, string Second) : DriverReading;

    /// <summary>No model: the weights of the path model did not settle.</summary>
    public sealed record NotConverged : DriverReading;

    /// <summary>There is a model, and it must not be shown: too few people, or others could be computed from it.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Suppressed(SuppressionReason Reason) : DriverReading;

    /// <summary>Nobody answered the questions of the model.</summary>
    public sealed record NoData : DriverReading;
}
