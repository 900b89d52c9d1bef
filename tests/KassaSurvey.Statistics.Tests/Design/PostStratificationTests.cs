using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class PostStratificationTests
{
    [ReferenceDataTheory]
    [InlineData("clus1")]
    [InlineData("srs_nofpc")]
    [InlineData("weights_only")]
    public void Run_Schools_EqualsR(string name)
    {
        var (sample, design) = SchoolSample.Load(name);

        var result = PostStratification.Run(sample.Weights, sample.TypeMargin);

        Assert.Equal(1, result.Iterations);
        var adjusted = design.Calibrated(result.Weights, CalibrationBasis.Of(sample.Weights, [sample.TypeMargin]));
        var mean = DesignEstimate.Mean(adjusted, sample.Numbers("api00"));
        var total = DesignEstimate.Total(adjusted, sample.Numbers("enroll"));
        Close.To(SchoolSample.Expected.Value(name + ".ps.mean_api00", "estimate"), mean.Value);
        Close.To(SchoolSample.Expected.Value(name + ".ps.mean_api00", "se"), mean.StandardError);
        Close.To(SchoolSample.Expected.Value(name + ".ps.total_enroll", "estimate"), total.Value);
        Close.To(SchoolSample.Expected.Value(name + ".ps.total_enroll", "se"), total.StandardError);

        // A total that was given has no error left.
        var known = DesignEstimate.Total(adjusted, sample.Flags("stype", "H"));
        Close.To(755, known.Value);
        Assert.Equal(0, known.StandardError, 6);
    }

    [Fact]
    public void Run_TwoCells_ScalesEachToItsPopulation() =>
        Assert.Equal([20, 40, 40], PostStratification.Run([1, 2, 7], new CalibrationMargin([0, 0, 1], [60, 40])).Weights);

    [Fact]
    public void Run_EmptyCell_Fails() =>
        Assert.Equal(WeightingOutcome.CategoryWithoutRespondents, PostStratification.Run([1], new CalibrationMargin([0], [6, 4])).Outcome);

    [Fact]
    public void CellsToMerge_SmallOrStretchedCells_AreNamed()
    {
        // 40 + 40 + 10 respondents: the second cell would shrink to a quarter, the third is small, the fourth unused.
        var categories = Enumerable.Repeat(0, 40).Concat(Enumerable.Repeat(1, 40)).Concat(Enumerable.Repeat(2, 10)).ToArray();
        var weights = categories.Select(_ => 1.0).ToArray();

        Assert.Equal([false, true, true, false], PostStratification.CellsToMerge(weights, new CalibrationMargin(categories, [70, 10, 10, 0])));
        Assert.Throws<ArgumentException>(() => PostStratification.CellsToMerge([1], new CalibrationMargin(categories, [70, 10, 10, 0])));
    }
}
