using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

public class ImportancePerformanceTests
{
    [Theory]
    [InlineData("cc2020", false)]
    [InlineData("cc2020_intweighted", true)]
    public void Of_TwoWaves_EqualsReference(string tag, bool isWeighted)
    {
        var matrix = CovarianceMatrix.Of(TwoWaveItems.Stacked, TwoWaveItems.Names.Length, isWeighted ? TwoWaveItems.IntegerWeights : []);
        var map = ImportancePerformance.Of(PathModel.Estimate(matrix, TwoWaveItems.Model), matrix, TwoWaveItems.Minima, TwoWaveItems.Maxima);
        var expected = ReferenceTable.Read($"synthetic_ipma_{tag}.csv");
        var shares = ReferenceTable.Read($"synthetic_ipma_{tag}_norm_weights.csv");
        var row = 0;
        for (var block = 0; block < 6; block++)
        {
            Close.To(expected.Number(block, "performance_index"), map.Performance(block), 1e-6);
            Close.To(expected.Number(block, "unstd_total_effect_on_SAT"), map.Importance(block, 4), 1e-6);
            for (var item = 0; item < TwoWaveItems.Model.Blocks[block].Items.Length; item++, row++)
            {
                Close.To(shares.Number(row, "norm_weight"), map.ItemShare(block, item), 1e-6);
            }
        }
    }

    [ReferenceDataFact]
    public void Of_Mobi_EqualsCsem()
    {
        var (matrix, specification) = Mobi.Load(InnerScheme.Path);
        var map = ImportancePerformance.Of(
            PathModel.Estimate(matrix, specification), matrix, [.. Mobi.Items.Select(_ => 1.0)], [.. Mobi.Items.Select(_ => 10.0)]);
        var performance = ReferenceTable.Read("ipma_mobi_csem_performance.csv");
        var importance = ReferenceTable.Read("ipma_mobi_csem_importance.csv");
        var itemPerformance = ReferenceTable.Read("ipma_mobi_csem_item_performance.csv");
        var itemImportance = ReferenceTable.Read("ipma_mobi_csem_item_importance.csv");
        for (var block = 0; block < 7; block++)
        {
            Close.To((performance.Value(Mobi.Blocks[block], "x") - 1) / 9 * 100, map.Performance(block), 1e-4);
            for (var target = 0; target < 7; target++)
            {
                Close.To(importance.Value(Mobi.Blocks[target], Mobi.Blocks[block]), map.Importance(block, target), 1e-4);
                for (var k = 0; k < specification.Blocks[block].Items.Length; k++)
                {
                    var item = Mobi.Items[specification.Blocks[block].Items[k]];
                    Close.To((itemPerformance.Value(item, "x") - 1) / 9 * 100, map.ItemPerformance(block, k), 1e-4);

                    // cSEM's table gives a block's own items their share; ours has no effect of a block on itself.
                    if (target != block)
                    {
                        Close.To(itemImportance.Value(Mobi.Blocks[target], item), map.ItemImportance(block, k, target), 1e-4);
                    }
                }
            }
        }
    }

    [Fact]
    public void Of_NoFigures_IsUndefined()
    {
        var matrix = CovarianceMatrix.Of([5, 5, 5, 1, 2, 3], 2, []);
        var model = PathModel.Estimate(matrix, new PathSpecification([new([0]), new([1])], [(0, 1)]));

        var map = ImportancePerformance.Of(model, matrix, [1, 1], [7, 7]);

        Assert.True(double.IsNaN(map.Importance(0, 1)) && double.IsNaN(map.Performance(0)));
        Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(model, matrix, [1], [7]));
        Assert.Throws<ArgumentException>(() => ImportancePerformance.Of(model, matrix, [1, 7], [7, 7]));
    }
}
