using KassaSurvey.Statistics.Association;

namespace KassaSurvey.Statistics.Reliability;

/// <summary>How well the items of a path model's block measure its latent variable. R: <c>summary(seminr model)$reliability</c>.</summary>
/// <param name="RhoC">(Σλ)² / ((Σλ)² + Σ(1−λ²)), Jöreskog 1971.</param>
/// <param name="RhoA">Dijkstra and Henseler 2015, from the weights; NaN when all weights but one are 0.</param>
/// <param name="AverageVariance">Mean squared loading (AVE), Fornell and Larcker 1981.</param>
public readonly record struct CompositeReliability(double RhoC, double RhoA, double AverageVariance)
{
    /// <summary>Computes the three for one block; a block of a single item has 1 throughout, by convention.</summary>
    /// <param name="model">The estimated model.</param>
    /// <param name="matrix">The covariance matrix it was estimated from.</param>
    /// <param name="block">Index of the block.</param>
    public static CompositeReliability Of(PathModel model, CovarianceMatrix matrix, int block)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(matrix);
        var items = model.Specification.Blocks[block].Items;
        var loadings = model.Loadings(block);
        if (items.Length == 1)
        {
            return double.IsNaN(loadings[0]) ? new CompositeReliability(double.NaN, double.NaN, double.NaN) : new CompositeReliability(1, 1, 1);
        }

        var weights = model.Weights(block);
        var sum = 0.0;
        var squares = 0.0;
        var length = 0.0;
        var observed = 0.0;
        var implied = 0.0;
        for (var i = 0; i < items.Length; i++)
        {
            sum += loadings[i];
            squares += loadings[i] * loadings[i];
            length += weights[i] * weights[i];
            for (var j = 0; j < items.Length; j++)
            {
                observed += i == j ? 0 : weights[i] * matrix.Correlation(items[i], items[j]) * weights[j];
                implied += i == j ? 0 : weights[i] * weights[i] * weights[j] * weights[j];
            }
        }

        var composite = sum * sum / ((sum * sum) + items.Length - squares);
        return new CompositeReliability(composite, length * length * observed / implied, squares / items.Length);
    }
}
