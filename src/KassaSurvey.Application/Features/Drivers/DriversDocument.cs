using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Application.Features.Drivers;

/// <summary>Drivers for other programs: unrounded, absent figures null. The shape of the <c>drivers</c> verb.</summary>
/// <param name="Source">The file; null for a wave.</param>
/// <param name="Fund">The fund; null for a file, like all that follows to <paramref name="MinimumCell"/>.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Year">The year.</param>
/// <param name="Preliminary">True while the wave is open.</param>
/// <param name="DataVersion">Which answers these are.</param>
/// <param name="Where">The population.</param>
/// <param name="MinimumCell">Fewest answers behind a figure; null where nothing is hidden.</param>
/// <param name="Target">What is explained.</param>
/// <param name="EffectStep">How many points more in a driver its effect is for.</param>
/// <param name="Models">The models, the main one first.</param>
/// <param name="Warnings">What to know of the source.</param>
public sealed record DriversDocument(
    string? Source, string? Fund, string? Survey, int? Year, bool? Preliminary, string? DataVersion,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Where, int? MinimumCell, string Target, double EffectStep,
    IReadOnlyList<DriversDocument.Model> Models, IReadOnlyList<Error> Warnings)
{
    /// <summary>Every document says so.</summary>
    public string Caution => "association under the model's assumptions, not proof of a cause";

    /// <summary>The document of a wave's drivers.</summary>
    public static DriversDocument Of(SurveyDrivers source) => new(
        null,
        source.Fund.Key,
        source.Survey.Key,
        source.Year.Value,
        source.IsPreliminary,
        source.DataVersion,
        source.Population.Conditions.ToDictionary(condition => condition.Key, condition => (IReadOnlyList<string>)[.. condition.Value]),
        Math.Max(source.Rule.MinimumCell, Domain.Analysis.DisclosureRule.Floor),
        source.Drivers.Target,
        DriverAnalysis.Step,
        [.. source.Drivers.Models.Select(model => ModelOf(model.Area, model.IsByQuestion, model.Drivers, model.Base, model.Reading))],
        []);

    /// <summary>The document of a file.</summary>
    public static DriversDocument Of(
        string file, string target, IReadOnlyList<string> drivers, DriverReading reading, IReadOnlyList<Error> warnings) => new(
        file, null, null, null, null, null, new Dictionary<string, IReadOnlyList<string>>(), null, target, DriverAnalysis.Step,
        [ModelOf(null, false, drivers, null, reading)], warnings);

    private static Model ModelOf(string? area, bool isByQuestion, IReadOnlyList<string> drivers, long? based, DriverReading reading)
    {
        var model = (reading as DriverReading.Reported)?.Model ?? (reading as DriverReading.Weak)?.Model;
        var few = reading as DriverReading.TooFewCases;
        var reported = reading as DriverReading.Reported;
        return new Model(area, isByQuestion, drivers, based, OutcomeOf(reading), ConcernedOf(reading))
        {
            Reason = (reading as DriverReading.Suppressed)?.Reason,
            Method = model?.Method,
            N = model?.N ?? few?.Complete,
            LeftOut = model?.LeftOut ?? few?.LeftOut,
            RSquared = Figures.Known(model?.RSquared),
            AdjustedRSquared = Figures.Known(model?.AdjustedRSquared),
            NeededRSquared = (reading as DriverReading.Weak)?.Needed,
            Weighted = model?.IsWeighted,
            Seed = model?.Seed,
            Replicates = reported?.Model.Replicates,
            Discarded = reported?.Model.Discarded,
            ImportanceCut = Figures.Known(reported?.Model.ImportanceCut),
            PerformanceCut = Figures.Known(reported?.Model.PerformanceCut),
            Figures = [.. reported?.Drivers.Select(FigureOf) ?? []],
            Ties = [.. reported?.Ties.Select(pair => new[] { pair.First, pair.Second }) ?? []],
            Warnings = [.. reported?.Warnings.Select(warning => new Warning(warning.Kind, [.. warning.Codes])) ?? []],
        };
    }

    private static Figure FigureOf(Driver driver) => new(
        driver.Code,
        Figures.Known(driver.Performance.Value),
        Figures.Bounds(driver.Performance.Interval),
        Figures.Known(driver.Importance.Value),
        Figures.Bounds(driver.Importance.Interval),
        Figures.Known(driver.Effect.Value),
        Figures.Bounds(driver.Effect.Interval),
        Figures.Known(driver.VarianceInflation),
        driver.Quadrant,
        driver.CrossesBorder);

    private static DriverOutcome OutcomeOf(DriverReading reading) => reading switch
    {
        DriverReading.Reported => DriverOutcome.Reported,
        DriverReading.Weak => DriverOutcome.WeakModel,
        DriverReading.TooFewCases => DriverOutcome.TooFewCases,
        DriverReading.TooFewDrivers => DriverOutcome.TooFewDrivers,
        DriverReading.NoVariation => DriverOutcome.NoVariation,
        DriverReading.NotSeparable => DriverOutcome.NotSeparable,
        DriverReading.NotConverged => DriverOutcome.NotConverged,
        DriverReading.Suppressed => DriverOutcome.Suppressed,
        _ => DriverOutcome.NoData,
    };

    private static string[] ConcernedOf(DriverReading reading) => reading switch
    {
        DriverReading.NoVariation constant => [constant.Code],
        DriverReading.NotSeparable pair => [pair.First, pair.Second],
        _ => [],
    };

    /// <summary>One model.</summary>
    /// <param name="Area">The area that narrows the base; null for the main model.</param>
    /// <param name="ByQuestion">True when the drivers are that area's questions, not areas.</param>
    /// <param name="Drivers">The drivers in it.</param>
    /// <param name="Base">Respondents asked about all of it; null for a file or when too few to say.</param>
    /// <param name="Outcome">Whether there are figures, and if not why.</param>
    /// <param name="Concerned">The columns that the outcome is about.</param>
    public sealed record Model(string? Area, bool ByQuestion, IReadOnlyList<string> Drivers, long? Base, DriverOutcome Outcome, IReadOnlyList<string> Concerned)
    {
        public required Domain.Analysis.SuppressionReason? Reason { get; init; }

        public required DriverMethod? Method { get; init; }

        public required long? N { get; init; }

        public required long? LeftOut { get; init; }

        public required double? RSquared { get; init; }

        public required double? AdjustedRSquared { get; init; }

        public required double? NeededRSquared { get; init; }

        public required bool? Weighted { get; init; }

        public required ulong? Seed { get; init; }

        public required int? Replicates { get; init; }

        public required int? Discarded { get; init; }

        public required double? ImportanceCut { get; init; }

        public required double? PerformanceCut { get; init; }

        public required IReadOnlyList<Figure> Figures { get; init; }

        public required IReadOnlyList<IReadOnlyList<string>> Ties { get; init; }

        public required IReadOnlyList<Warning> Warnings { get; init; }
    }

    /// <summary>One driver.</summary>
    public sealed record Figure(
        string Code, double? Performance, IReadOnlyList<double>? PerformanceCi95, double? Importance, IReadOnlyList<double>? ImportanceCi95,
        double? Effect, IReadOnlyList<double>? EffectCi95, double? VarianceInflation, DriverQuadrant Quadrant, bool CrossesBorder);

    /// <summary>Something to bear in mind.</summary>
    public sealed record Warning(DriverWarningKind Kind, IReadOnlyList<string> Codes);
}

/// <summary>Whether a driver model has figures, and if not why.</summary>
public enum DriverOutcome
{
    Reported = 1,
    WeakModel = 2,
    TooFewCases = 3,
    TooFewDrivers = 4,
    NoVariation = 5,
    NotSeparable = 6,
    NotConverged = 7,
    Suppressed = 8,
    NoData = 9,
}
