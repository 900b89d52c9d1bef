using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Reliability;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>The four tables plspm writes of a path model: paths, inner model, outer model and effects.</summary>
internal static class PathFigures
{
    /// <summary>Iterations stop at about 1e-7 in the weights, so small effects are good to that only.</summary>
    public const double Iterative = 1e-6;
    public const double Stop = 3e-7;

    public static void Add(Figures figures, string prefix, PathModel model, CovarianceMatrix matrix, string[] blocks, string[] items)
    {
        for (var block = 0; block < blocks.Length; block++)
        {
            for (var source = 0; source < blocks.Length; source++)
            {
                Close(figures, prefix + "_paths.csv", blocks[block], blocks[source], model.PathCoefficient(source, block));
            }

            var communality = model.Loadings(block).ToArray().Average(loading => loading * loading);
            Close(figures, prefix + "_inner.csv", blocks[block], "R2", model.RSquared(block));
            Close(figures, prefix + "_inner.csv", blocks[block], "Block_Communality", communality);
            Close(figures, prefix + "_inner.csv", blocks[block], "Mean_Redundancy", communality * model.RSquared(block));
            Close(figures, prefix + "_inner.csv", blocks[block], "AVE", CompositeReliability.Of(model, matrix, block).AverageVariance);
            AddOuter(figures, prefix + "_outer.csv", model, block, items);
            AddEffects(figures, prefix + "_effects.csv", model, block, blocks);
        }
    }

    public static void Close(Figures figures, string file, string id, string column, double value) =>
        figures.Add(file, id, column, value, Iterative, Stop);

    private static void AddOuter(Figures figures, string file, PathModel model, int block, string[] items)
    {
        var members = model.Specification.Blocks[block].Items;
        for (var k = 0; k < members.Length; k++)
        {
            var loading = model.Loadings(block)[k];
            Close(figures, file, items[members[k]], "weight", model.Weights(block)[k]);
            Close(figures, file, items[members[k]], "loading", loading);
            Close(figures, file, items[members[k]], "communality", loading * loading);
            Close(figures, file, items[members[k]], "redundancy", loading * loading * model.RSquared(block));
        }
    }

    private static void AddEffects(Figures figures, string file, PathModel model, int source, string[] blocks)
    {
        for (var target = source + 1; target < blocks.Length; target++)
        {
            var id = $"{blocks[source]} -> {blocks[target]}";
            var (direct, total) = (model.PathCoefficient(source, target), model.TotalEffect(source, target));
            Close(figures, file, id, "direct", direct);
            Close(figures, file, id, "indirect", total - direct);
            Close(figures, file, id, "total", total);
        }
    }
}
