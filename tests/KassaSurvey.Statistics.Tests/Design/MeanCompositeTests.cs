using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Statistics.Tests.Design;

public class MeanCompositeTests
{
    [Fact]
    public void Of_ADomain_IsTheMeanOfItsRowsAlone()
    {
        // Rows 0, 2, 4 and 5 are in the domain; row 4 has no second value.
        double[] first = [1, 90, 3, 90, 5, 7], second = [2, 90, 4, 90, double.NaN, 6];
        var design = SurveyDesign.Of([1, 1, 1, 1, 1, 1]);

        var composite = MeanComposite.Of(design, [first, second], [0b110101]);

        Assert.Equal((4.0 + 4.0) / 2, composite.Value, 1e-12);
        Assert.Equal(3, composite.N);
    }

    [Fact]
    public void Of_OneVariable_IsItsMean()
    {
        double[] values = [3, 5, 4, 7, 1];
        var design = SurveyDesign.Of([1, 2, 1, 3, 1]);

        var composite = MeanComposite.Of(design, [values], [0b10111]);

        var mean = DesignEstimate.Mean(design, values, [0b10111]);
        Assert.Equal((mean.N, mean.Value, mean.StandardError), (composite.N, composite.Value, composite.StandardError));
    }
}
