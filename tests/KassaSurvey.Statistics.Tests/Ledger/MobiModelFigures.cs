using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Association;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>pls_mobi_*: paths, loadings, weights, totals and explained shares of three packages and three schemes.</summary>
internal static class MobiModelFigures
{
    public static void Add(Figures figures)
    {
        foreach (var (scheme, name) in new[] { (InnerScheme.Path, "pathWeighting"), (InnerScheme.Factorial, "factorial"), (InnerScheme.Centroid, "centroid") })
        {
            var model = Estimate(scheme);
            AddPaths(figures, $"pls_mobi_semPLS_{name}_paths.csv", model);
            AddOuter(figures, $"pls_mobi_semPLS_{name}_loadings.csv", model, (block, k) => model.Loadings(block)[k]);
            AddTotals(figures, $"pls_mobi_semPLS_{name}_total.csv", model);

            // The first block has no predecessors: the package writes NA, which is not a figure.
            for (var block = 1; block < Mobi.Blocks.Length; block++)
            {
                PathFigures.Close(figures, $"pls_mobi_semPLS_{name}_rsq.csv", Mobi.Blocks[block], "R-squared", model.RSquared(block));
            }
        }

        var path = Estimate(InnerScheme.Path);
        AddPaths(figures, "pls_mobi_seminr_paths.csv", path);
        AddOuter(figures, "pls_mobi_seminr_loadings.csv", path, (block, k) => path.Loadings(block)[k]);
        AddOuter(figures, "pls_mobi_seminr_weights.csv", path, (block, k) => path.Weights(block)[k]);
        AddTotals(figures, "pls_mobi_seminr_total_effects.csv", path);
        AddExplained(figures, "pls_mobi_seminr_rsq.csv", path);
        var factorial = Estimate(InnerScheme.Factorial);
        AddPaths(figures, "pls_mobi_seminr_paths_factorial.csv", factorial);
        AddExplained(figures, "pls_mobi_seminr_rsq_factorial.csv", factorial);
        PathFigures.Add(figures, "pls_mobi_plspm_path", path, Mobi.Matrix([]), Mobi.Blocks, Mobi.Items);
    }

    private static PathModel Estimate(InnerScheme scheme)
    {
        var (matrix, specification) = Mobi.Load(scheme);
        return PathModel.Estimate(matrix, specification);
    }

    private static void AddPaths(Figures figures, string file, PathModel model) =>
        AddEffects(figures, file, model.PathCoefficient);

    private static void AddTotals(Figures figures, string file, PathModel model) =>
        AddEffects(figures, file, model.TotalEffect);

    private static void AddEffects(Figures figures, string file, Func<int, int, double> effect)
    {
        for (var source = 0; source < Mobi.Blocks.Length; source++)
        {
            for (var target = 0; target < Mobi.Blocks.Length; target++)
            {
                PathFigures.Close(figures, file, Mobi.Blocks[source], Mobi.Blocks[target], effect(source, target));
            }
        }
    }

    private static void AddOuter(Figures figures, string file, PathModel model, Func<int, int, double> figure)
    {
        for (var block = 0; block < Mobi.Blocks.Length; block++)
        {
            var members = model.Specification.Blocks[block].Items.ToArray();
            for (var item = 0; item < Mobi.Items.Length; item++)
            {
                var k = Array.IndexOf(members, item);
                PathFigures.Close(figures, file, Mobi.Items[item], Mobi.Blocks[block], k < 0 ? 0 : figure(block, k));
            }
        }
    }

    private static void AddExplained(Figures figures, string file, PathModel model)
    {
        for (var block = 1; block < Mobi.Blocks.Length; block++)
        {
            var explained = model.RSquared(block);
            var freedom = model.CompleteRows - model.Specification.Predecessors(block).Length - 1.0;
            PathFigures.Close(figures, file, "Rsq", Mobi.Blocks[block], explained);
            PathFigures.Close(figures, file, "AdjRsq", Mobi.Blocks[block], 1 - ((1 - explained) * (model.CompleteRows - 1) / freedom));
        }
    }
}
