namespace KassaSurvey.Statistics.Association;

/// <summary>
/// A path model of latent variables estimated by partial least squares from a (weighted) covariance matrix. Immutable.
/// Source: Lohmöller 1989; Tenenhaus, Vinzi, Chatelin and Lauro 2005. R: <c>seminr::estimate_pls</c>, <c>plspm::plspm</c>.
/// Formulas: docs/statistics/path-model.md.
/// </summary>
public sealed class PathModel
{
    private readonly double[][] weights;
    private readonly double[][] loadings;
    private readonly double[,] latent;
    private readonly double[,] direct;
    private readonly double[,] total;
    private readonly double[] explained;

    private PathModel(PathSpecification specification, PathWeights estimate, double[,] correlations, long completeRows)
    {
        Specification = specification;
        CompleteRows = completeRows;
        Iterations = estimate.Iterations;
        weights = estimate.Weights;
        loadings = PathWeights.Loadings(specification, correlations, weights);
        latent = PathWeights.LatentCorrelations(specification, correlations, weights);
        direct = new double[weights.Length, weights.Length];
        explained = new double[weights.Length];
        Outcome = estimate.Outcome == PathOutcome.NoVariation || Regress() ? estimate.Outcome : PathOutcome.Singular;
        if (Outcome is PathOutcome.NoVariation or PathOutcome.Singular)
        {
            Erase();
        }

        total = specification.TotalEffects(direct);
    }

    /// <summary>The model that was estimated.</summary>
    public PathSpecification Specification { get; }

    /// <summary>How the estimation ended: read it before any figure.</summary>
    public PathOutcome Outcome { get; }

    /// <summary>Respondents with an answer to every item of the matrix.</summary>
    public long CompleteRows { get; }

    /// <summary>Iterations used.</summary>
    public int Iterations { get; }

    /// <summary>√(mean communality of the items in blocks of several × mean R² of the explained blocks), 0–1. Tenenhaus et al. 2005.</summary>
    public double GoodnessOfFit
    {
        get
        {
            var communality = 0.0;
            var items = 0;
            var variance = 0.0;
            var targets = 0;
            for (var block = 0; block < weights.Length; block++)
            {
                if (weights[block].Length > 1)
                {
                    communality += LinearAlgebra.Dot(loadings[block], loadings[block]);
                    items += weights[block].Length;
                }

                if (Specification.Predecessors(block).Length > 0)
                {
                    variance += explained[block];
                    targets++;
                }
            }

            return Math.Sqrt(communality / items * (variance / targets));
        }
    }

    /// <summary>Estimates the model.</summary>
    /// <param name="matrix">Covariances of the items over the complete respondents.</param>
    /// <param name="specification">Blocks, with items as indices of the matrix, and arrows.</param>
    /// <exception cref="ArgumentException">A block names an item outside the matrix.</exception>
    public static PathModel Estimate(CovarianceMatrix matrix, PathSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(specification);
        foreach (var block in specification.Blocks)
        {
            foreach (var item in block.Items)
            {
                if ((uint)item >= (uint)matrix.Size)
                {
                    throw new ArgumentException($"Item {item} is not one of {matrix.Size}.", nameof(specification));
                }
            }
        }

        var correlations = matrix.Correlations();
        return new PathModel(specification, PathWeights.Estimate(correlations, specification), correlations, matrix.CompleteRows);
    }

    /// <summary>Outer weights of a block's items, in the block's order; the latent variable they make has variance 1.</summary>
    public ReadOnlySpan<double> Weights(int block) => weights[block];

    /// <summary>Correlations of a block's items with its latent variable.</summary>
    public ReadOnlySpan<double> Loadings(int block) => loadings[block];

    /// <summary>Correlation of two latent variables.</summary>
    public double LatentCorrelation(int first, int second) => latent[first, second];

    /// <summary>The standardised direct effect; 0 where there is no arrow.</summary>
    public double PathCoefficient(int source, int target) => direct[source, target];

    /// <summary>The standardised direct and indirect effects together.</summary>
    public double TotalEffect(int source, int target) => total[source, target];

    /// <summary>Share of a latent variable's variance explained by its predecessors; 0 where there are none.</summary>
    public double RSquared(int block) => explained[block];

    /// <summary>Variance inflation of a predecessor among those of the same target, 1/(1 − R²): above 5 its effect cannot be told from the others'.</summary>
    /// <exception cref="ArgumentException">There is no such arrow.</exception>
    public double VarianceInflation(int source, int target)
    {
        var others = new List<int>(Specification.Predecessors(target));
        if (!others.Remove(source))
        {
            throw new ArgumentException($"No path leads from {source} to {target}.", nameof(source));
        }

        var right = LinearAlgebra.SelectColumn(latent, [.. others], source);
        var beta = new double[right.Length];
        return LinearAlgebra.TrySolve(LinearAlgebra.Select(latent, [.. others]), right, beta) ? 1 / (1 - LinearAlgebra.Dot(beta, right)) : double.NaN;
    }

    private bool Regress()
    {
        for (var target = 0; target < weights.Length; target++)
        {
            var sources = Specification.Predecessors(target);
            var beta = new double[sources.Length];
            var right = LinearAlgebra.SelectColumn(latent, sources, target);
            var inner = LinearAlgebra.Select(latent, sources);
            if (LinearAlgebra.IsSingular(inner) || !LinearAlgebra.TrySolve(inner, right, beta))
            {
                return false;
            }

            explained[target] = LinearAlgebra.Dot(beta, right);
            for (var k = 0; k < sources.Length; k++)
            {
                direct[sources[k], target] = beta[k];
            }
        }

        return true;
    }

    private void Erase()
    {
        Array.Fill(explained, double.NaN);
        for (var source = 0; source < weights.Length; source++)
        {
            Array.Fill(weights[source], double.NaN);
            Array.Fill(loadings[source], double.NaN);
            for (var target = 0; target < weights.Length; target++)
            {
                direct[source, target] = double.NaN;
                latent[source, target] = double.NaN;
            }
        }
    }
}
