namespace KassaSurvey.Statistics.Association;

/// <summary>The iteration that finds the outer weights of a path model from the correlations of the items.</summary>
internal readonly record struct PathWeights(double[][] Weights, int Iterations, PathOutcome Outcome)
{
    private const double Tolerance = 1e-10;
    private const int MaximumIterations = 300;

    public static PathWeights Estimate(double[,] correlations, PathSpecification specification)
    {
        var blocks = specification.Blocks;
        var weights = new double[blocks.Length][];
        for (var block = 0; block < blocks.Length; block++)
        {
            weights[block] = new double[blocks[block].Items.Length];
            Array.Fill(weights[block], 1);
            Scale(weights[block], blocks[block].Items, correlations);
        }

        if (!Varies(correlations, specification))
        {
            return new PathWeights(weights, 0, PathOutcome.NoVariation);
        }

        for (var iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            var next = Step(correlations, specification, weights);
            if (next is null)
            {
                return new PathWeights(weights, iteration, PathOutcome.Singular);
            }

            var change = Change(weights, next);
            weights = next;
            if (change < Tolerance)
            {
                Orient(correlations, specification, weights);
                return new PathWeights(weights, iteration, PathOutcome.Converged);
            }
        }

        Orient(correlations, specification, weights);
        return new PathWeights(weights, MaximumIterations, PathOutcome.NotConverged);
    }

    public static double[][] Loadings(PathSpecification specification, double[,] correlations, double[][] weights)
    {
        var loadings = new double[weights.Length][];
        for (var block = 0; block < weights.Length; block++)
        {
            loadings[block] = LinearAlgebra.Multiply(correlations, specification.Blocks[block].Items, specification.Blocks[block].Items, weights[block]);
        }

        return loadings;
    }

    public static double[,] LatentCorrelations(PathSpecification specification, double[,] correlations, double[][] weights)
    {
        var latent = new double[weights.Length, weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                latent[i, j] = LinearAlgebra.Dot(weights[i], LinearAlgebra.Multiply(correlations, specification.Blocks[i].Items, specification.Blocks[j].Items, weights[j]));
            }
        }

        return latent;
    }

    private static bool Varies(double[,] correlations, PathSpecification specification)
    {
        foreach (var block in specification.Blocks)
        {
            foreach (var item in block.Items)
            {
                if (double.IsNaN(correlations[item, item]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static double[][]? Step(double[,] correlations, PathSpecification specification, double[][] weights)
    {
        var blocks = specification.Blocks;
        var latent = LatentCorrelations(specification, correlations, weights);
        var next = new double[blocks.Length][];
        for (var block = 0; block < blocks.Length; block++)
        {
            var inner = InnerWeights(latent, specification, block);
            if (inner is null)
            {
                return null;
            }

            // Covariances of the block's items with its inner proxy, the weighted sum of the neighbours. Its length does
            // not matter, because the outer weights are scaled afterwards.
            var items = blocks[block].Items;
            var proxy = new double[items.Length];
            for (var other = 0; other < blocks.Length; other++)
            {
                if (inner[other] != 0)
                {
                    var cross = LinearAlgebra.Multiply(correlations, items, blocks[other].Items, weights[other]);
                    for (var k = 0; k < proxy.Length; k++)
                    {
                        proxy[k] += inner[other] * cross[k];
                    }
                }
            }

            next[block] = proxy;
            if (blocks[block].Mode == MeasurementMode.B)
            {
                next[block] = new double[items.Length];
                var own = LinearAlgebra.Select(correlations, items);
                if (LinearAlgebra.IsSingular(own) || !LinearAlgebra.TrySolve(own, proxy, next[block]))
                {
                    return null;
                }
            }

            if (!Scale(next[block], items, correlations))
            {
                return null;
            }
        }

        return next;
    }

    private static double[]? InnerWeights(double[,] latent, PathSpecification specification, int block)
    {
        var inner = new double[specification.Blocks.Length];
        for (var other = 0; other < inner.Length; other++)
        {
            if (specification.HasPath(block, other) || specification.HasPath(other, block))
            {
                inner[other] = specification.Scheme == InnerScheme.Centroid ? Math.Sign(latent[other, block]) : latent[other, block];
            }
        }

        var sources = specification.Predecessors(block);
        if (specification.Scheme == InnerScheme.Path && sources.Length > 0)
        {
            var beta = new double[sources.Length];
            if (!LinearAlgebra.TrySolve(LinearAlgebra.Select(latent, sources), LinearAlgebra.SelectColumn(latent, sources, block), beta))
            {
                return null;
            }

            for (var k = 0; k < sources.Length; k++)
            {
                inner[sources[k]] = beta[k];
            }
        }

        return inner;
    }

    // Makes the latent variable's variance 1; false when the weights cancel out.
    private static bool Scale(double[] weights, ReadOnlySpan<int> items, double[,] correlations)
    {
        var length = Math.Sqrt(LinearAlgebra.Dot(weights, LinearAlgebra.Multiply(correlations, items, items, weights)));
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] /= length;
        }

        return length > 1e-12;
    }

    // A latent variable and its negative fit equally well: the one most items go along with is meant.
    private static void Orient(double[,] correlations, PathSpecification specification, double[][] weights)
    {
        var loadings = Loadings(specification, correlations, weights);
        for (var block = 0; block < weights.Length; block++)
        {
            var sum = 0.0;
            foreach (var loading in loadings[block])
            {
                sum += loading;
            }

            for (var k = 0; k < weights[block].Length && sum < 0; k++)
            {
                weights[block][k] = -weights[block][k];
            }
        }
    }

    private static double Change(double[][] before, double[][] after)
    {
        var change = 0.0;
        for (var block = 0; block < before.Length; block++)
        {
            for (var k = 0; k < before[block].Length; k++)
            {
                change = Math.Max(change, Math.Abs(after[block][k] - before[block][k]));
            }
        }

        return change;
    }
}
