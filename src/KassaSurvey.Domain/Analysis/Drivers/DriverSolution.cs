using System.Collections.Immutable;
using KassaSurvey.Statistics.Association;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>The figures of a driver table under one set of weights: computed once for the rows, and again for each replicate.</summary>
internal sealed class DriverSolution
{
    private readonly double[] _stacked;
    private readonly double[] _minima;
    private readonly double[] _maxima;
    private readonly int _itemCount;
    private readonly int[] _driverItems;
    private readonly DriverMethod _method;

    public DriverSolution(DriverTable complete, DriverMethod method)
    {
        var items = complete.Items;
        _method = method;
        _itemCount = items.Length;
        _stacked = [.. items.SelectMany(item => item.Values)];
        _minima = [.. items.Select(item => item.Minimum)];
        _maxima = [.. items.Select(item => item.Maximum)];
        Count = complete.Drivers.Length;
        Specification = SpecificationOf(complete);
        Arrows = method == DriverMethod.Pls ? ArrowsOf(Specification) : [];
        _driverItems = [.. Enumerable.Range(0, Count).Select(driver => Specification.Blocks[driver].Items[0])];
    }

    /// <summary>Number of drivers; the target is the block after them.</summary>
    public int Count { get; }

    public PathSpecification Specification { get; }

    /// <summary>The arrows of a path model, by the places of its blocks; none for the other methods.</summary>
    public ImmutableArray<(int Source, int Target)> Arrows { get; }

    /// <summary>Performance, importance and slope of each driver, then the difference in importance of each pair, then the picture's.</summary>
    public int FigureCount => FirstOfPicture + (Arrows.Length == 0 ? 0 : Arrows.Length + Specification.Blocks.Length);

    /// <summary>Where the figures of a path model's picture begin: each arrow's coefficient, then each block's performance.</summary>
    public int FirstOfPicture => (3 * Count) + (Count * (Count - 1) / 2);

    public CovarianceMatrix Matrix(ReadOnlySpan<double> weights) => CovarianceMatrix.Of(_stacked, _itemCount, weights);

    /// <summary>Fills the figures; false when there is no solution.</summary>
    public bool Fill(ReadOnlySpan<double> weights, Span<double> figures)
    {
        var matrix = Matrix(weights);
        // Single columns make the path model an ordinary regression, so one routine gives performance and slopes to every method.
        var model = PathModel.Estimate(matrix, Specification);
        if (model.Outcome != PathOutcome.Converged)
        {
            return false;
        }

        var map = ImportancePerformance.Of(model, matrix, _minima, _maxima);
        for (var driver = 0; driver < Count; driver++)
        {
            figures[driver] = map.Performance(driver);
            figures[(2 * Count) + driver] = map.Importance(driver, Count);
        }

        var importance = figures.Slice(Count, Count);
        if (_method == DriverMethod.Pls)
        {
            figures.Slice(2 * Count, Count).CopyTo(importance);
        }
        else if (!Share(matrix, importance))
        {
            return false;
        }

        var place = 3 * Count;
        for (var first = 0; first < Count; first++)
        {
            for (var second = first + 1; second < Count; second++)
            {
                figures[place++] = importance[first] - importance[second];
            }
        }

        foreach (var (source, target) in Arrows)
        {
            figures[place++] = model.PathCoefficient(source, target);
        }

        for (var block = 0; place < FigureCount; block++)
        {
            figures[place++] = map.Performance(block);
        }

        return true;
    }

    private static ImmutableArray<(int Source, int Target)> ArrowsOf(PathSpecification specification)
    {
        var blocks = specification.Blocks.Length;
        return [.. Enumerable.Range(0, blocks).SelectMany(target => specification.Predecessors(target).Select(source => (source, target)))];
    }

    private static PathSpecification SpecificationOf(DriverTable table)
    {
        var variables = table.Variables;
        var target = table.Drivers.Length;
        var first = 0;
        var blocks = new List<PathBlock>();
        foreach (var variable in variables)
        {
            blocks.Add(new([.. Enumerable.Range(first, variable.Items.Length)]));
            first += variable.Items.Length;
        }

        IEnumerable<(int, int)> arrows = table.Arrows.Length == 0
            ? Enumerable.Range(0, variables.Length).Where(block => block != target).Select(block => block < target ? (block, target) : (target, block))
            : table.Arrows.Select(arrow => (Place(variables, arrow.Source), Place(variables, arrow.Target)));
        return new([.. blocks], [.. arrows]);
    }

    private static int Place(ImmutableArray<DriverVariable> variables, string code) =>
        Enumerable.Range(0, variables.Length).First(place => variables[place].Code == code);

    private bool Share(CovarianceMatrix matrix, Span<double> importance)
    {
        var target = Specification.Blocks[Count].Items[0];
        var shares = _method == DriverMethod.Lmg
            ? RelativeImportance.Lmg(matrix, target, _driverItems)
            : RelativeImportance.Johnson(matrix, target, _driverItems);
        for (var driver = 0; driver < Count; driver++)
        {
            importance[driver] = shares.Shares[driver] / shares.RSquared;
        }

        return shares.IsDefined && shares.RSquared > 0;
    }
}
