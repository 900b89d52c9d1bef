using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Association;

public class PathModelTests
{
    private const double Iterative = 1e-6;

    [ReferenceDataFact]
    public void Estimate_MobiPathScheme_EqualsSeminrSummary()
    {
        var (matrix, specification) = Mobi.Load(InnerScheme.Path);
        var model = PathModel.Estimate(matrix, specification);
        var inner = ReferenceTable.Read("pls_mobi_plspm_path_inner.csv");
        var total = ReferenceTable.Read("pls_mobi_seminr_total_effects.csv");
        var weights = ReferenceTable.Read("pls_mobi_seminr_weights.csv");
        for (var block = 0; block < 7; block++)
        {
            Close.To(inner.Value(Mobi.Blocks[block], "R2"), model.RSquared(block), Iterative);
            for (var target = 0; target < 7; target++)
            {
                Close.To(total.Number(block, Mobi.Blocks[target]), model.TotalEffect(block, target), Iterative);
            }

            var items = specification.Blocks[block].Items;
            for (var k = 0; k < items.Length; k++)
            {
                Close.To(weights.Value(Mobi.Items[items[k]], Mobi.Blocks[block]), model.Weights(block)[k], Iterative);
            }
        }

        Close.To(0.471752577199, model.GoodnessOfFit, Iterative);
        Assert.Equal(250, model.CompleteRows);

        // With two predecessors the inflation is 1/(1 − r²) of their correlation, which here is the path between them.
        Close.To(1 / (1 - (0.55674896 * 0.55674896)), model.VarianceInflation(1, 3), Iterative);
        Close.To(1 / (1 - (0.55674896 * 0.55674896)), model.VarianceInflation(2, 3), Iterative);
    }

    [ReferenceDataFact]
    public void Estimate_MobiModeB_EqualsPublishedFixture()
    {
        // Expectation and Quality (mode B) lead to Loyalty, Image to Expectation, Complaints to Loyalty (seminr's fixture).
        var (matrix, _) = Mobi.Load(InnerScheme.Path);
        var specification = new PathSpecification(
            [new(Mobi.Block("IMAG")), new(Mobi.Block("CUEX")), new(Mobi.Block("PERQ"), MeasurementMode.B), new(Mobi.Block("CUSCO")), new(Mobi.Block("CUSL"))],
            [(0, 1), (1, 4), (2, 4), (3, 4)]);

        var model = PathModel.Estimate(matrix, specification);

        double[] published = [0.124534792831633, 0.405693671851465, 0.512876954138615, 0.176081956818542];
        double[] actual = [model.PathCoefficient(1, 4), model.PathCoefficient(2, 4), model.PathCoefficient(0, 1), model.PathCoefficient(3, 4)];
        for (var i = 0; i < 4; i++)
        {
            Close.To(published[i], actual[i], 1e-5);
        }

        double[] weights = [0.486195010983, 0.561419220295, 0.381323454524];
        for (var i = 0; i < 3; i++)
        {
            Close.To(weights[i], model.Weights(1)[i], 1e-5);
        }
    }

    [Fact]
    public void Estimate_OneItemPerBlock_IsTheRegression()
    {
        var items = new double[] { 1, 2, 3, 4, 5, 6, 2, 1, 4, 3, 6, 5, 1, 3, 2, 5, 4, 6 };
        var model = PathModel.Estimate(CovarianceMatrix.Of(items, 3, []), new PathSpecification([new([0]), new([1]), new([2])], [(0, 2), (1, 2)]));
        var regression = LeastSquares.Fit(items.AsSpan(12), items.AsSpan(0, 12), 2, []);

        Close.To(regression.RSquared, model.RSquared(2), 1e-10);
        Close.To(regression.Coefficients[1], model.PathCoefficient(0, 2), 1e-10);
    }

    [Fact]
    public void Estimate_BadInput_HasADefinedOutcome()
    {
        var specification = new PathSpecification([new([0]), new([1]), new([2])], [(0, 2), (1, 2)]);
        PathModel Estimate(params double[] items) => PathModel.Estimate(CovarianceMatrix.Of(items, 3, []), specification);

        Assert.Equal(PathOutcome.NoVariation, Estimate().Outcome);
        Assert.Equal(PathOutcome.NoVariation, Estimate(1, 2, 3).Outcome);
        Assert.Equal(PathOutcome.NoVariation, Estimate(1, 2, 3, 5, 5, 5, 2, 1, 3).Outcome);
        var same = Estimate(1, 2, 3, 4, 1, 2, 3, 4, 2, 1, 3, 4);
        Assert.Equal(PathOutcome.Singular, same.Outcome);
        Assert.True(double.IsNaN(same.RSquared(2)) && double.IsNaN(same.TotalEffect(0, 2)) && double.IsNaN(same.Weights(0)[0]));
        Assert.Throws<ArgumentException>(() => PathModel.Estimate(CovarianceMatrix.Of([1, 2], 1, []), specification));
        Assert.Throws<ArgumentException>(() => same.VarianceInflation(2, 0));
    }

    [Fact]
    public void Specification_ImpossibleModels_Throw()
    {
        PathBlock[] blocks = [new([0]), new([1]), new([2])];

        Assert.Throws<ArgumentException>(() => new PathSpecification(blocks, [(0, 1), (1, 2), (2, 0)]));
        Assert.Throws<ArgumentException>(() => new PathSpecification(blocks, [(0, 0), (1, 2)]));
        Assert.Throws<ArgumentException>(() => new PathSpecification(blocks, [(0, 1)]));
        Assert.Throws<ArgumentException>(() => new PathSpecification(blocks, [(0, 3)]));
        Assert.Throws<ArgumentException>(() => new PathSpecification([new([0]), new([0])], [(0, 1)]));
        Assert.Throws<ArgumentException>(() => new PathBlock([]));
    }
}
