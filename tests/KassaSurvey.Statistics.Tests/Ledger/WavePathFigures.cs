using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>synthetic_pls_*, synthetic_ipma_* and synthetic_lmg_*: the drivers of the 2020 wave.</summary>
internal static class WavePathFigures
{
    private const int Target = 4;

    public static void Add(Figures figures)
    {
        AddModel(figures, "cc2020", []);
        AddModel(figures, "cc2020_intweighted", TwoWaveItems.IntegerWeights);
        AddBootstrap(figures);
        AddImportance(figures);
    }

    private static void AddModel(Figures figures, string tag, double[] weights)
    {
        var matrix = CovarianceMatrix.Of(TwoWaveItems.Stacked, TwoWaveItems.Names.Length, weights);
        var model = PathModel.Estimate(matrix, TwoWaveItems.Model);
        var map = ImportancePerformance.Of(model, matrix, TwoWaveItems.Minima, TwoWaveItems.Maxima);
        PathFigures.Add(figures, "synthetic_pls_" + tag, model, matrix, TwoWaveItems.Blocks, TwoWaveItems.Names);
        double[] deviations = [.. TwoWaveItems.Blocks.Select((_, block) => Deviation(matrix, map, block, weights))];
        for (var block = 0; block < TwoWaveItems.Blocks.Length; block++)
        {
            var name = TwoWaveItems.Blocks[block];
            var file = $"synthetic_ipma_{tag}.csv";
            PathFigures.Close(figures, file, name, "performance_index", map.Performance(block));
            PathFigures.Close(figures, file, name, "sd", deviations[block]);
            PathFigures.Close(figures, file, name, "unstd_total_effect_on_SAT", map.Importance(block, Target));
            PathFigures.Close(figures, file, name, "effect_of_plus5", 5 * map.Importance(block, Target));
            for (var source = 0; source < TwoWaveItems.Blocks.Length; source++)
            {
                var direct = model.PathCoefficient(source, block) * deviations[block] / deviations[source];
                PathFigures.Close(figures, $"synthetic_ipma_{tag}_unstd_B.csv", name, TwoWaveItems.Blocks[source], direct);
            }

            var items = TwoWaveItems.Model.Blocks[block].Items;
            for (var k = 0; k < items.Length; k++)
            {
                PathFigures.Close(figures, $"synthetic_ipma_{tag}_norm_weights.csv", TwoWaveItems.Names[items[k]], "norm_weight", map.ItemShare(block, k));
            }
        }
    }

    // The score of a block is its items on 0–100 times their shares; R takes whole weights for repeated rows, n = Σw.
    private static double Deviation(CovarianceMatrix matrix, ImportancePerformance map, int block, double[] weights)
    {
        var items = TwoWaveItems.Model.Blocks[block].Items.ToArray();
        double Factor(int k) => map.ItemShare(block, k) * 100 / (TwoWaveItems.Maxima[items[k]] - TwoWaveItems.Minima[items[k]]);
        var variance = 0.0;
        for (var k = 0; k < items.Length; k++)
        {
            for (var l = 0; l < items.Length; l++)
            {
                variance += Factor(k) * Factor(l) * matrix[items[k], items[l]];
            }
        }

        var (n, total) = (matrix.CompleteRows, weights.Length == 0 ? matrix.CompleteRows : weights.Sum());
        return Math.Sqrt(variance * (n - 1) / n * total / (total - 1));
    }

    // plspm, 500 replicates of another generator: both sides have a simulation error, SE/√(2B) for the error itself.
    private static void AddBootstrap(Figures figures)
    {
        var design = SurveyDesign.Of([.. TwoWaveItems.IntegerWeights.Select(weight => weight > 0 ? 1.0 : 0)]);
        var results = Bootstrap.Run(design, Target, 1, Effects, replicates: 300);
        for (var block = 0; block < Target; block++)
        {
            var (id, error) = (TwoWaveItems.Blocks[block], results[block].StandardError);
            const string File = "synthetic_ipma_cc2020_boot.csv";
            figures.Add(File, id, "boot_mean", results[block].Mean, 0, error / 4);
            figures.Add(File, id, "boot_se", error, 0, error / 5);
            figures.Add(File, id, "lo", results[block].Interval.Lower, 0, error / 2);
            figures.Add(File, id, "hi", results[block].Interval.Upper, 0, error / 2);
        }

        static bool Effects(ReadOnlySpan<double> weights, Span<double> results)
        {
            var matrix = CovarianceMatrix.Of(TwoWaveItems.Stacked, TwoWaveItems.Names.Length, weights);
            var model = PathModel.Estimate(matrix, TwoWaveItems.Model);
            var map = ImportancePerformance.Of(model, matrix, TwoWaveItems.Minima, TwoWaveItems.Maxima);
            for (var block = 0; block < Target; block++)
            {
                results[block] = map.Importance(block, Target);
            }

            return model.Outcome == PathOutcome.Converged;
        }
    }

    // The reference uses the complete cases of the whole model, so items beyond these drivers decide who takes part.
    private static void AddImportance(Figures figures)
    {
        int[] drivers = [3, 4, 5, 6, 7, 8, 9, 10, 11];
        double[] complete = [.. TwoWaveItems.IntegerWeights.Select(weight => weight > 0 ? 1.0 : 0)];
        double[] raked = [.. TwoWaves.Numbers(2020, "w_raked").Zip(complete, (weight, flag) => weight * flag)];
        foreach (var (suffix, weights) in new[] { ("", complete), ("_w", raked) })
        {
            var importance = RelativeImportance.Lmg(CovarianceMatrix.Of(TwoWaveItems.Stacked, TwoWaveItems.Names.Length, weights), 12, drivers);
            for (var k = 0; k < drivers.Length; k++)
            {
                var id = TwoWaveItems.Names[drivers[k]];
                figures.Add("synthetic_lmg_2020_cc.csv", id, "lmg" + suffix, importance.Shares[k]);
                figures.Add("synthetic_lmg_2020_cc.csv", id, $"lmg{suffix}_pct", 100 * importance.Shares[k] / importance.RSquared);
                figures.Add("synthetic_lmg_2020_cc.csv", id, "R2" + suffix, importance.RSquared);
            }
        }
    }
}
