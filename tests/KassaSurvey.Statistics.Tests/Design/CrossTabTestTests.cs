using FsCheck.Xunit;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class CrossTabTestTests
{
    [Fact]
    public void Of_SimpleSample_IsPearsonsTest()
    {
        // 10, 20 | 30, 40: χ² = 100(400 − 600)²/(30·70·40·60), and the sample's own n/(n−1) as its design effect.
        int[] rows = [.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 70)];
        int[] columns = [.. Enumerable.Range(0, 100).Select(i => i < 30 ? (i < 10 ? 0 : 1) : (i < 60 ? 0 : 1))];

        var test = CrossTabTest.Of(SurveyDesign.Of([.. Enumerable.Repeat(1.0, 100)]), rows, columns);

        Close.To(4e6 / 5.04e6, test.ChiSquared);
        Close.To(4e6 / 5.04e6 * 0.99, test.F);
        Close.To(1, test.NumeratorFreedom);
        Close.To(99, test.DenominatorFreedom);
        Close.To(Distributions.FisherUpper(test.F, 1, 99), test.PValue);
    }

    [Property]
    public void Of_SwappedRelabelledScaled_ChangesNothing(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        int[] Categories(int count) => [.. Enumerable.Range(0, 120).Select(i => i < count ? i : generator.NextInt(count))];
        var (rows, columns) = (Categories(3), Categories(4));
        double[] weights = [.. rows.Select(_ => 0.5 + generator.NextDouble())];
        int[] clusters = [.. rows.Select((_, i) => i / 3)];
        var test = CrossTabTest.Of(SurveyDesign.Of(weights, [], clusters), rows, columns);

        foreach (var other in new[]
        {
            CrossTabTest.Of(SurveyDesign.Of(weights, [], clusters), columns, rows),
            CrossTabTest.Of(SurveyDesign.Of(weights, [], clusters), [.. rows.Select(row => 2 - row)], columns),
            CrossTabTest.Of(SurveyDesign.Of([.. weights.Select(weight => weight * 30)], [], clusters), rows, columns),
            CrossTabTest.Of(SurveyDesign.Of([.. weights.Reverse()], [], [.. clusters.Reverse()]), [.. rows.Reverse()], [.. columns.Reverse()]),
        })
        {
            Close.To(test.ChiSquared, other.ChiSquared, 1e-9);
            Close.To(test.F, other.F, 1e-6);
            Close.To(test.NumeratorFreedom, other.NumeratorFreedom, 1e-6);
            Close.To(test.PValue, other.PValue, 1e-5);
        }
    }

    [Fact]
    public void Of_MissingAnswer_IsLeftOutOfTheTable()
    {
        var test = CrossTabTest.Of(SurveyDesign.Of([1, 1, 1, 1, 1, 1]), [0, 0, 1, 1, -1, 0], [0, 1, 0, 1, 1, -1]);

        Assert.Equal(4, test.N);
        Assert.Equal(0, test.ChiSquared, 12);
    }

    [Fact]
    public void Of_BadInput_IsUndefined()
    {
        static bool IsUndefined(CrossTabTest test) => double.IsNaN(test.PValue) && double.IsNaN(test.F);
        var design = SurveyDesign.Of([1, 1, 1, 1]);

        Assert.True(IsUndefined(CrossTabTest.Of(SurveyDesign.Of([]), [], [])));
        Assert.True(IsUndefined(CrossTabTest.Of(SurveyDesign.Of([1]), [0], [1])));
        Assert.True(IsUndefined(CrossTabTest.Of(design, [0, 0, 0, 0], [0, 1, 0, 1])));
        Assert.True(IsUndefined(CrossTabTest.Of(SurveyDesign.Of([0, 0, 0, 0]), [0, 0, 1, 1], [0, 1, 0, 1])));
        Assert.True(double.IsNaN(CrossTabTest.Of(SurveyDesign.Of([1, 1, 1, 1], [1, 2, 3, 4]), [0, 0, 1, 1], [0, 1, 0, 1]).PValue));
        Assert.Throws<ArgumentException>(() => CrossTabTest.Of(design, [0], [0, 0, 0, 0]));
    }
}
