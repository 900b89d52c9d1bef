using System.Globalization;
using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Association;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>pls_mobi_seminr_* and ipma_mobi_*: scores, reliability, bootstrap and importance-performance map.</summary>
internal static class MobiResultFigures
{
    private const double Map = 1e-4;

    public static void Add(Figures figures)
    {
        var (matrix, specification) = Mobi.Load(InnerScheme.Path);
        var model = PathModel.Estimate(matrix, specification);
        for (var block = 0; block < Mobi.Blocks.Length; block++)
        {
            var reliability = CompositeReliability.Of(model, matrix, block);
            const string File = "pls_mobi_seminr_reliability.csv";
            PathFigures.Close(figures, File, Mobi.Blocks[block], "rhoC", reliability.RhoC);
            PathFigures.Close(figures, File, Mobi.Blocks[block], "rhoA", reliability.RhoA);
            PathFigures.Close(figures, File, Mobi.Blocks[block], "AVE", reliability.AverageVariance);
            if (specification.Blocks[block].Items.Length > 1)
            {
                var alpha = CronbachAlpha.Of(matrix, specification.Blocks[block].Items);
                PathFigures.Close(figures, File, Mobi.Blocks[block], "alpha", alpha.Standardised);
            }

            AddScores(figures, matrix, model, block);
        }

        AddMap(figures, matrix, model);
        AddBootstrap(figures, "pls_mobi_seminr_boot_paths.csv", (m, source, target) => m.PathCoefficient(source, target), specification.HasPath);
        AddBootstrap(figures, "pls_mobi_seminr_boot_total.csv", (m, source, target) => m.TotalEffect(source, target), (source, target) => source < target && model.TotalEffect(source, target) != 0);
    }

    private static void AddScores(Figures figures, CovarianceMatrix matrix, PathModel model, int block)
    {
        var scores = new double[model.CompleteRows];
        var items = model.Specification.Blocks[block].Items;
        for (var k = 0; k < items.Length; k++)
        {
            var values = Mobi.Numbers(Mobi.Items[items[k]]);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] += model.Weights(block)[k] * (values[row] - matrix.Mean(items[k])) / matrix.Deviation(items[k]);
            }
        }

        for (var row = 0; row < scores.Length; row++)
        {
            PathFigures.Close(figures, "pls_mobi_seminr_scores.csv", (row + 1).ToString(CultureInfo.InvariantCulture), Mobi.Blocks[block], scores[row]);
        }
    }

    private static void AddMap(Figures figures, CovarianceMatrix matrix, PathModel model)
    {
        var map = ImportancePerformance.Of(model, matrix, [.. Mobi.Items.Select(_ => 1.0)], [.. Mobi.Items.Select(_ => 10.0)]);
        for (var source = 0; source < Mobi.Blocks.Length; source++)
        {
            // The package leaves performance on the answers' own scale, 1–10.
            figures.Add("ipma_mobi_csem_performance.csv", Mobi.Blocks[source], "x", 1 + (map.Performance(source) * 9 / 100), Map);
            var items = model.Specification.Blocks[source].Items;
            for (var target = 0; target < Mobi.Blocks.Length; target++)
            {
                figures.Add("ipma_mobi_csem_importance.csv", Mobi.Blocks[target], Mobi.Blocks[source], map.Importance(source, target), Map);
                for (var k = 0; k < items.Length; k++)
                {
                    // The package gives a block's own items their share.
                    var importance = source == target ? map.ItemShare(source, k) : map.ItemImportance(source, k, target);
                    figures.Add("ipma_mobi_csem_item_importance.csv", Mobi.Blocks[target], Mobi.Items[items[k]], importance, Map);
                }
            }

            for (var k = 0; k < items.Length; k++)
            {
                figures.Add("ipma_mobi_csem_item_performance.csv", Mobi.Items[items[k]], "x", 1 + (map.ItemPerformance(source, k) * 9 / 100), Map);
            }
        }
    }

    // seminr, 2 000 replicates of another generator; ours are 500, so an error is good to 3 % and an end to a third of it.
    private static void AddBootstrap(Figures figures, string file, Func<PathModel, int, int, double> effect, Func<int, int, bool> isWanted)
    {
        var pairs = (from source in Enumerable.Range(0, 7) from target in Enumerable.Range(0, 7) where isWanted(source, target) select (source, target)).ToArray();
        double[] items = [.. Mobi.Items.SelectMany(Mobi.Numbers)];
        var specification = Mobi.Load(InnerScheme.Path).Specification;
        var design = SurveyDesign.Of([.. Enumerable.Repeat(1.0, items.Length / Mobi.Items.Length)]);
        var results = Bootstrap.Run(design, pairs.Length, 7, Effects, replicates: 500);
        for (var k = 0; k < pairs.Length; k++)
        {
            var id = $"{Mobi.Blocks[pairs[k].source]}  ->  {Mobi.Blocks[pairs[k].target]}";
            var (result, error) = (results[k], results[k].StandardError);
            PathFigures.Close(figures, file, id, "Original Est.", result.Original);
            figures.Add(file, id, "Bootstrap Mean", result.Mean, 0, error / 5);
            figures.Add(file, id, "Bootstrap SD", error, 0.15);
            figures.Add(file, id, "T Stat.", result.Original / error, 0.15);
            figures.Add(file, id, "2.5% CI", result.Interval.Lower, 0, error / 2);
            figures.Add(file, id, "97.5% CI", result.Interval.Upper, 0, error / 2);
        }

        bool Effects(ReadOnlySpan<double> weights, Span<double> figuresOfReplicate)
        {
            var model = PathModel.Estimate(CovarianceMatrix.Of(items, Mobi.Items.Length, weights), specification);
            for (var k = 0; k < pairs.Length; k++)
            {
                figuresOfReplicate[k] = effect(model, pairs[k].source, pairs[k].target);
            }

            return model.Outcome == PathOutcome.Converged;
        }
    }
}
