using System.Collections.Immutable;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>The drivers of a solved model in their quadrants, with what is tied and what is doubtful.</summary>
internal sealed class DriverMap
{
    private readonly DriverTable _table;
    private readonly DriverSolution _solution;
    private readonly PathModel _model;
    private readonly CovarianceMatrix _matrix;
    private readonly BootstrapResult[] _figures;

    private DriverMap(DriverTable table, DriverSolution solution, PathModel model, CovarianceMatrix matrix, BootstrapResult[] figures)
    {
        (_table, _solution, _model, _matrix, _figures) = (table, solution, model, matrix, figures);
        PerformanceCut = figures.Take(solution.Count).Average(figure => figure.Original);
        ImportanceCut = figures.Skip(solution.Count).Take(solution.Count).Average(figure => figure.Original);
        Drivers = [.. Enumerable.Range(0, solution.Count).Select(DriverOf)];
    }

    public double PerformanceCut { get; }

    public double ImportanceCut { get; }

    public ImmutableArray<Driver> Drivers { get; }

    public static DriverMap Of(DriverTable table, DriverSolution solution, PathModel model, CovarianceMatrix matrix, BootstrapResult[] figures) =>
        new(table, solution, model, matrix, figures);

    /// <summary>The two drivers with the strongest correlation between any of their columns.</summary>
    public static (int First, int Second) MostAlike(DriverTable table, CovarianceMatrix matrix, Func<(int First, int Second), bool> among)
    {
        var drivers = table.Drivers;
        var starts = new int[drivers.Length];
        for (var driver = 1; driver < drivers.Length; driver++)
        {
            starts[driver] = starts[driver - 1] + drivers[driver - 1].Items.Length;
        }

        return Enumerable.Range(0, drivers.Length)
            .SelectMany(first => Enumerable.Range(first + 1, drivers.Length - first - 1).Select(second => (First: first, Second: second)))
            .Where(among)
            .MaxBy(pair => Columns(pair.First).Max(i => Columns(pair.Second).Max(j => Math.Abs(matrix.Correlation(i, j)))));

        IEnumerable<int> Columns(int driver) => Enumerable.Range(starts[driver], drivers[driver].Items.Length);
    }

    /// <summary>The pairs whose difference in importance has an interval with 0 in it.</summary>
    public ImmutableArray<DriverPair> Ties()
    {
        var ties = ImmutableArray.CreateBuilder<DriverPair>();
        var place = 3 * _solution.Count;
        for (var first = 0; first < _solution.Count; first++)
        {
            for (var second = first + 1; second < _solution.Count; second++)
            {
                if (_figures[place++].Interval.Contains(0))
                {
                    ties.Add(new(Drivers[first].Code, Drivers[second].Code));
                }
            }
        }

        return ties.ToImmutable();
    }

    /// <summary>A path model as a picture, or null.</summary>
    public PathPicture? Picture()
    {
        if (_solution.Arrows.IsEmpty)
        {
            return null;
        }

        var variables = _table.Variables;
        var place = _solution.FirstOfPicture;
        var arrows = _solution.Arrows
            .Select((arrow, index) => new PathArrow(variables[arrow.Source].Code, variables[arrow.Target].Code, Figure(place + index, 1)));
        var nodes = variables.Select((variable, block) => new PathNode(
            variable.Code,
            Figure(place + _solution.Arrows.Length + block, 1),
            _solution.Specification.Predecessors(block).Length == 0 ? null : _model.RSquared(block)));
        return new([.. nodes], [.. arrows]);
    }

    public IEnumerable<DriverWarning> Warnings()
    {
        for (var driver = 0; driver < _solution.Count; driver++)
        {
            var own = driver;
            if (Drivers[driver].VarianceInflation > DriverAnalysis.LargestVarianceInflation)
            {
                var (first, second) = MostAlike(_table, _matrix, pair => pair.First == own || pair.Second == own);
                yield return new(DriverWarningKind.Collinear, [Drivers[driver].Code, Drivers[first == driver ? second : first].Code]);
            }

            if (Drivers[driver].Effect.Interval.Contains(0))
            {
                yield return new(DriverWarningKind.EffectIncludesZero, [Drivers[driver].Code]);
            }
            else if (Drivers[driver].Effect.Value < 0)
            {
                yield return new(DriverWarningKind.NegativeEffect, [Drivers[driver].Code]);
            }
        }

        var variables = _table.Variables;
        for (var block = 0; block < variables.Length; block++)
        {
            for (var item = 0; item < variables[block].Items.Length; item++)
            {
                if (_model.Weights(block)[item] < 0)
                {
                    yield return new(DriverWarningKind.NegativeWeight, [variables[block].Items[item].Code]);
                }
            }
        }
    }

    private Driver DriverOf(int driver)
    {
        var performance = Figure(driver, 1);
        var importance = Figure(_solution.Count + driver, 1);
        return new(
            _table.Drivers[driver].Code,
            performance,
            importance,
            Figure((2 * _solution.Count) + driver, DriverAnalysis.Step),
            _solution.Specification.HasPath(driver, _solution.Count) ? _model.VarianceInflation(driver, _solution.Count) : double.NaN,
            (importance.Value >= ImportanceCut, performance.Value >= PerformanceCut) switch
            {
                (true, false) => DriverQuadrant.FixFirst,
                (true, true) => DriverQuadrant.KeepUp,
                (false, false) => DriverQuadrant.Watch,
                (false, true) => DriverQuadrant.Enough,
            },
            Crosses(performance, PerformanceCut) || Crosses(importance, ImportanceCut));
    }

    private DriverFigure Figure(int place, double factor)
    {
        var figure = _figures[place];
        return new(factor * figure.Original, new(factor * figure.Interval.Lower, factor * figure.Interval.Upper));
    }

    private static bool Crosses(DriverFigure figure, double border) => figure.Interval.Contains(border);
}
