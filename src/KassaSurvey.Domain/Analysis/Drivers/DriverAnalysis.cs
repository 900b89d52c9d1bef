using System.Collections.Immutable;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>
/// Which drivers go with a target, how well they do and how sure that is. Every guard is an outcome of its own, so that no
/// figure looks valid that is not. Formulas: statistics 4.1-4.5 and docs/statistics/drivers.md.
/// </summary>
public static class DriverAnalysis
{
    /// <summary>Fewest complete rows of a model.</summary>
    public const int FewestCases = 100;

    /// <summary>Fewest drivers of a model.</summary>
    public const int FewestDrivers = 2;

    /// <summary>The R² below which shares give no advice.</summary>
    public const double NeededRSquared = 0.20;

    /// <summary>The R² below which a path model gives no advice.</summary>
    public const double NeededPathRSquared = 0.25;

    /// <summary>The variance inflation above which a driver is hard to tell from the others.</summary>
    public const double LargestVarianceInflation = 5;

    /// <summary>How many points more in a driver the stated effect is for.</summary>
    public const double Step = 5;

    /// <summary>The seed of every published bootstrap: the same answers give the same intervals.</summary>
    public const ulong Seed = 20200101;

    /// <summary>Analyses the drivers of a table.</summary>
    /// <param name="table">Target and drivers; rows with anything missing are left out here.</param>
    /// <param name="method">The method; LMG of more than 15 drivers becomes Johnson's and says so.</param>
    /// <param name="replicates">Number of bootstrap replicates.</param>
    /// <exception cref="ArgumentException">Columns differ in length, a column has no range, or LMG or Johnson gets a variable of several columns.</exception>
    public static DriverReading Of(DriverTable table, DriverMethod method, int replicates = Bootstrap.DefaultReplicates)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (method != DriverMethod.Pls && table.Variables.Any(variable => variable.Items.Length != 1))
        {
            throw new ArgumentException("Only a path model takes variables of several columns.", nameof(table));
        }

        if (table.Drivers.Length < FewestDrivers)
        {
            return new DriverReading.TooFewDrivers(table.Drivers.Length);
        }

        var complete = table.Keep(table.CompleteRows());
        if (complete.Rows < FewestCases)
        {
            return complete.Rows == 0 ? new DriverReading.NoData() : new DriverReading.TooFewCases(complete.Rows, table.Rows - complete.Rows);
        }

        var used = method == DriverMethod.Lmg && table.Drivers.Length > RelativeImportance.MaximumLmgDrivers ? DriverMethod.Johnson : method;
        var solution = new DriverSolution(complete, used);
        var matrix = solution.Matrix(complete.Weights);
        var model = PathModel.Estimate(matrix, solution.Specification);
        return Refusal(complete, matrix, model) ?? Read(complete, table.Rows - complete.Rows, solution, model, matrix, method, used, replicates);
    }

    private static DriverReading? Refusal(DriverTable complete, CovarianceMatrix matrix, PathModel model)
    {
        var items = complete.Items;
        for (var item = 0; item < items.Length; item++)
        {
            // A constant column summed in floating point can keep a spread of its last digit.
            if (!(matrix.Deviation(item) > 1e-9 * (items[item].Maximum - items[item].Minimum)))
            {
                return new DriverReading.NoVariation(items[item].Code);
            }
        }

        return model.Outcome switch
        {
            PathOutcome.Singular => NotSeparable(complete, matrix),
            PathOutcome.Converged => null,
            _ => new DriverReading.NotConverged(),
        };
    }

    private static DriverReading Read(
        DriverTable complete, long leftOut, DriverSolution solution, PathModel model, CovarianceMatrix matrix,
        DriverMethod asked, DriverMethod used, int replicates)
    {
        var target = solution.Count;
        var n = complete.Rows;
        var rSquared = model.RSquared(target);
        var predictors = solution.Specification.Predecessors(target).Length;
        var facts = new DriverModel(
            used, n, leftOut, rSquared, 1 - ((1 - rSquared) * (n - 1) / (n - predictors - 1)), complete.Weights.Length > 0, Seed, 0, 0, double.NaN, double.NaN);
        var needed = used == DriverMethod.Pls ? NeededPathRSquared : NeededRSquared;
        if (rSquared < needed)
        {
            return new DriverReading.Weak(facts, needed);
        }

        double[] weights = complete.Weights.Length > 0 ? complete.Weights : [.. Enumerable.Repeat(1.0, n)];
        var figures = Bootstrap.Run(SurveyDesign.Of(weights), solution.FigureCount, Seed, solution.Fill, replicates);
        if (figures[0].Replicates < 2 || double.IsNaN(figures[0].Original))
        {
            return NotSeparable(complete, matrix);
        }

        var map = DriverMap.Of(complete, solution, model, matrix, figures);
        ImmutableArray<DriverWarning> warnings =
        [
            .. asked == used ? Array.Empty<DriverWarning>() : [new(DriverWarningKind.JohnsonForLmg, [])],
            .. map.Warnings(),
            .. figures[0].Discarded == 0 ? Array.Empty<DriverWarning>() : [new(DriverWarningKind.DiscardedReplicates, [])],
        ];
        return new DriverReading.Reported(
            facts with
            {
                Replicates = figures[0].Replicates,
                Discarded = figures[0].Discarded,
                ImportanceCut = map.ImportanceCut,
                PerformanceCut = map.PerformanceCut,
            },
            map.Drivers,
            map.Ties(),
            warnings)
        {
            Picture = map.Picture(),
        };
    }

    private static DriverReading.NotSeparable NotSeparable(DriverTable complete, CovarianceMatrix matrix)
    {
        var (first, second) = DriverMap.MostAlike(complete, matrix, _ => true);
        return new(complete.Drivers[first].Code, complete.Drivers[second].Code);
    }
}
