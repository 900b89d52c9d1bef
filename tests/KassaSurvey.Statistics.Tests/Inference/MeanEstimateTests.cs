using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Inference;

public class MeanEstimateTests
{
    [Fact]
    public void FromTally_Unweighted_EqualsReference()
    {
        foreach (var year in TwoWaves.Years)
        {
            foreach (var item in TwoWaves.Items)
            {
                var (low, high) = TwoWaves.Scale(item);
                var estimate = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(year, item), [], []), low, high, 0);

                var id = $"unw.{year}.{item}";
                Assert.Equal(TwoWaves.Expected.Value(id + ".n", "estimate"), estimate.N);
                Close.To(TwoWaves.Expected.Value(id + ".mean", "estimate"), estimate.Value, what: id);
                Close.To(TwoWaves.Expected.Value(id + ".mean", "se"), estimate.StandardError, what: id);
                Close.To(TwoWaves.Expected.Value(id + ".mean", "extra"), estimate.StandardDeviation, what: id);
                Assert.Equal(estimate.N - 1, estimate.DegreesOfFreedom);
                if (high == 7)
                {
                    Close.To(TwoWaves.Expected.Value(id + ".index", "estimate"), estimate.Scaled(1, 100.0 / 6).Value, what: id);
                }
            }
        }
    }

    [Fact]
    public void FromTally_Weighted_EqualsReference()
    {
        foreach (var year in TwoWaves.Years)
        {
            var weights = TwoWaves.Numbers(year, "w_raked");
            foreach (var item in TwoWaves.Items.Append("contact"))
            {
                var (low, high) = TwoWaves.Scale(item);
                var tally = ValueTally.Of(TwoWaves.Codes(year, item), weights, []);
                Expect($"w.{year}.{item}", MeanEstimate.FromTally(tally, low, high, weights.Length));
                Expect($"w.{year}.{item}", MeanEstimate.FromValues(TwoWaves.Numbers(year, item), weights, [], weights.Length));
            }
        }
    }

    [Theory]
    [InlineData("age", "18-34", "35-49", "50-67")]
    [InlineData("region", "ITA", "LAN", "POH", "UUS")]
    [InlineData("benefit", "LAYOFF", "PART", "UNEMP")]
    public void FromTally_WeightedDomain_EqualsReference(string variable, params string[] levels)
    {
        foreach (var year in TwoWaves.Years)
        {
            var weights = TwoWaves.Numbers(year, "w_raked");
            var groups = TwoWaves.Texts(year, variable);
            foreach (var level in levels)
            {
                var bitmap = TwoWaves.Bitmap([.. groups.Select(group => group == level)]);
                var id = $"w.{year}.Q_OVERALL.by.{variable}.{level}";
                var estimate = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(year, "Q_OVERALL"), weights, bitmap), 1, 7, weights.Length);
                Expect(id, estimate);
                Assert.Equal(TwoWaves.Expected.Value(id, "extra"), estimate.N);
                Expect(id, MeanEstimate.FromValues(TwoWaves.Numbers(year, "Q_OVERALL"), weights, bitmap, weights.Length));
            }
        }
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void FromTally_PromoterScores_EqualsReference(int year)
    {
        var scores = new double[] { -1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1 };
        var tally = ValueTally.Of(TwoWaves.Codes(year, "LO_RECOMMEND"), [], []);

        var score = MeanEstimate.FromTally(tally, scores, 0).Scaled(0, 100);

        Close.To(TwoWaves.Expected.Value($"unw.{year}.nps", "estimate"), score.Value);
    }

    [Fact]
    public void FromTally_NothingValid_IsUndefined()
    {
        var none = MeanEstimate.FromTally(ValueTally.Of([99, 98], [], []), 1, 7, 2);
        var weightless = MeanEstimate.FromTally(ValueTally.Of([5, 6], [0, 0], []), 1, 7, 2);

        Assert.Equal(Estimate.Undefined(0), none);
        Assert.Equal(Estimate.Undefined(2), weightless);
        Assert.True(double.IsNaN(none.Interval().Lower));
    }

    [Fact]
    public void FromTally_OneAnswer_HasAValueAndNoStandardError()
    {
        var estimate = MeanEstimate.FromTally(ValueTally.Of([6, 99], [2, 3], []), 1, 7, 2);

        Assert.Equal((1, 6), (estimate.N, estimate.Value));
        Assert.True(double.IsNaN(estimate.StandardError) && double.IsNaN(estimate.StandardDeviation));
    }

    [Fact]
    public void FromTally_AllEqual_HasZeroStandardError()
    {
        var estimate = MeanEstimate.FromTally(ValueTally.Of([7, 7, 7], [1, 2, 3], []), 1, 7, 3);

        Assert.Equal((7, 0, 0), (estimate.Value, estimate.StandardDeviation, estimate.StandardError));
        Assert.True(double.IsNaN(estimate.EffectiveSize));
    }

    [Fact]
    public void FromTally_ImpossibleArguments_Throws()
    {
        Assert.Throws<ArgumentException>(() => MeanEstimate.FromTally(ValueTally.Of([7, 6], [1, 1], []), 1, 7, 1));
        Assert.Throws<ArgumentException>(() => MeanEstimate.FromTally(ValueTally.FromCounts([1]), new double[257], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.FromTally(ValueTally.FromCounts([1]), 1, 256, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareEstimate.FromTally(ValueTally.FromCounts([1]), 6, 7, -1, 7, 1));
        Assert.Throws<ArgumentException>(() => MeanEstimate.FromValues([1, 2], [1], [], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Undefined(0).Interval(1));
    }

    [Property]
    public void FromValues_ScaledWeights_ChangeNothing(ulong seed)
    {
        var (values, weights) = Sample(seed);
        var scaled = weights.Select(w => w * 37.5).ToArray();

        Same(MeanEstimate.FromValues(values, weights, [], 60), MeanEstimate.FromValues(values, scaled, [], 60));
    }

    [Property]
    public void FromValues_PermutedRows_ChangeNothing(ulong seed)
    {
        var (values, weights) = Sample(seed);

        Same(MeanEstimate.FromValues(values, weights, [], 60), MeanEstimate.FromValues([.. values.Reverse()], [.. weights.Reverse()], [], 60));
    }

    [Property]
    public void FromValues_AddedConstant_ShiftsOnlyTheValue(ulong seed)
    {
        var (values, weights) = Sample(seed);
        var shifted = MeanEstimate.FromValues([.. values.Select(v => v + 10)], weights, [], 60);

        Same(MeanEstimate.FromValues(values, weights, [], 60), shifted with { Value = shifted.Value - 10 });
    }

    [Property]
    public void FromValues_IntegerWeights_GiveTheMeanOfDuplicatedRows(ulong seed)
    {
        var (values, _) = Sample(seed);
        var weights = values.Select((_, i) => (double)(i % 4)).ToArray();
        var rows = values.SelectMany((value, i) => Enumerable.Repeat(value, i % 4)).ToArray();

        Close.To(MeanEstimate.FromValues(rows, [], [], 0).Value, MeanEstimate.FromValues(values, weights, [], 60).Value, 1e-12);
    }

    private static (double[] Values, double[] Weights) Sample(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        var values = Enumerable.Range(0, 50).Select(i => i % 9 == 3 ? double.NaN : 1.0 + generator.NextInt(7)).ToArray();
        return (values, [.. values.Select(_ => 0.2 + generator.NextDouble())]);
    }

    private static void Same(Estimate a, Estimate b)
    {
        Assert.Equal(a.N, b.N);
        Close.To(a.Value, b.Value, 1e-10);
        Close.To(a.StandardDeviation, b.StandardDeviation, 1e-10);
        Close.To(a.StandardError, b.StandardError, 1e-10);
    }

    private static void Expect(string id, Estimate estimate)
    {
        Close.To(TwoWaves.Expected.Value(id, "estimate"), estimate.Value, what: id);
        Close.To(TwoWaves.Expected.Value(id, "se"), estimate.StandardError, what: id);
    }
}
