using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Design;

public class DesignEstimateTests
{
    [ReferenceDataTheory]
    [InlineData("srs")]
    [InlineData("srs_nofpc")]
    [InlineData("strat")]
    [InlineData("strat_nofpc")]
    [InlineData("weights_only")]
    [InlineData("clus1")]
    public void Estimates_SchoolDesigns_EqualR(string name)
    {
        var (sample, design) = SchoolSample.Load(name);
        var score = sample.Numbers("api00");
        var mean = DesignEstimate.Mean(design, score);
        var yes = DesignEstimate.Mean(design, sample.Flags("sch.wide", "Yes"));

        Expect(name + ".mean_api00", mean.Value, mean.StandardError);
        Expect(name + ".mean_api99", DesignEstimate.Mean(design, sample.Numbers("api99")));
        Expect(name + ".total_enroll", DesignEstimate.Total(design, sample.Numbers("enroll")));
        Expect(name + ".ratio", DesignEstimate.Ratio(design, sample.Numbers("api.stu"), sample.Numbers("enroll")));
        Expect(name + ".prop.sch.wideYes", yes);
        Expect(name + ".prop_ge700", DesignEstimate.Mean(design, [.. score.Select(x => x >= 700 ? 1.0 : 0.0)]));
        foreach (var type in SchoolSample.Types)
        {
            Expect($"{name}.by_stype.{type}", DesignEstimate.Mean(design, score, sample.Domain("stype", type)));
        }

        Close.To(SchoolSample.Expected.Value(name + ".var_api00", "estimate"), mean.StandardDeviation * mean.StandardDeviation);
        Assert.Equal(SchoolSample.Expected.Value(name + ".degf", "estimate"), design.DegreesOfFreedom);
        Close.To(SchoolSample.Expected.Value(name + ".mean_api00", "extra"), DesignEffect.OfMean(mean, design.Weights.ToArray().Sum()));
        Close.To(SchoolSample.Expected.Value(name + ".ci95_t_lo", "estimate"), mean.Interval().Lower);
        Close.To(SchoolSample.Expected.Value(name + ".ci95_t_hi", "estimate"), mean.Interval().Upper);

        // R finds the logit interval by an iterative fit, good to 9 digits.
        var interval = ShareEstimate.Logit(yes, 0.95);
        Close.To(SchoolSample.Expected.Value(name + ".ciprop_logit", "extra"), interval.Lower, 1e-7);
        Close.To(SchoolSample.Expected.Value(name + ".ciprop_logit_hi", "extra"), interval.Upper, 1e-7);
    }

    [ReferenceDataTheory]
    [InlineData("srs")]
    [InlineData("srs_nofpc")]
    [InlineData("strat")]
    [InlineData("strat_nofpc")]
    [InlineData("weights_only")]
    [InlineData("clus1")]
    public void Difference_SchoolDesigns_EqualsR(string name)
    {
        var (sample, design) = SchoolSample.Load(name);
        var score = sample.Numbers("api00");

        var groups = DesignEstimate.Difference(design, score, sample.Domain("sch.wide", "Yes"), sample.Domain("sch.wide", "No"));
        var years = DesignEstimate.Difference(design, score, sample.Numbers("api99"));

        Close.To(SchoolSample.Expected.Value(name + ".ttest_t", "estimate"), groups.T);
        Close.To(SchoolSample.Expected.Value(name + ".ttest_t", "extra"), groups.PValue);
        Close.To(SchoolSample.Expected.Value(name + ".ttest_diff", "estimate"), groups.Difference);
        Assert.Equal(SchoolSample.Expected.Value(name + ".ttest_diff", "extra"), groups.DegreesOfFreedom);
        Expect(name + ".diff_api00_api99", years.Difference, years.StandardError);
    }

    [ReferenceDataFact]
    public void Mean_DomainOfTwoConditions_EqualsR()
    {
        var (sample, design) = SchoolSample.Load("strat");
        var domain = sample.Domain(row => sample.Text(row, "stype") == "H" && sample.Number(row, "full") >= 90);

        Expect("strat.domain_H_full_ge90.mean", DesignEstimate.Mean(design, sample.Numbers("api00"), domain));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Mean_FinitePopulation_EqualsReference(int year)
    {
        var weights = TwoWaves.Numbers(year, "w_raked");
        var design = SurveyDesign.Of(weights, [], [], [.. weights.Select(_ => 18569.0)]);

        var mean = DesignEstimate.Mean(design, TwoWaves.Numbers(year, "Q_OVERALL"));

        Close.To(TwoWaves.Expected.Value($"wfpc.{year}.Q_OVERALL", "estimate"), mean.Value);
        Close.To(TwoWaves.Expected.Value($"wfpc.{year}.Q_OVERALL", "se"), mean.StandardError);
    }

    [Fact]
    public void Mean_NoStrata_EqualsMeanEstimate()
    {
        var weights = TwoWaves.Numbers(2020, "w_raked");
        var values = TwoWaves.Numbers(2020, "P_REACH");

        var expected = MeanEstimate.FromValues(values, weights, [], weights.Length);
        var actual = DesignEstimate.Mean(SurveyDesign.Of(weights), values);

        Close.To(expected.Value, actual.Value, 1e-12);
        Close.To(expected.StandardError, actual.StandardError, 1e-12);
        Close.To(expected.StandardDeviation, actual.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Estimates_BadInput_HaveADefinedOutcome()
    {
        var none = SurveyDesign.Of([]);
        var one = SurveyDesign.Of([2.0]);
        var weightless = SurveyDesign.Of([0.0, 0.0]);

        Assert.Equal(Estimate.Undefined(0), DesignEstimate.Mean(none, []));
        Assert.Equal(Estimate.Undefined(0), DesignEstimate.Total(none, []));
        Assert.Equal(5, DesignEstimate.Mean(one, [5]).Value);
        Assert.True(double.IsNaN(DesignEstimate.Mean(one, [5]).StandardError));
        Assert.True(double.IsNaN(DesignEstimate.Total(one, [5]).StandardError));
        Assert.Equal(Estimate.Undefined(2), DesignEstimate.Mean(weightless, [5, 6]));
        Assert.Equal(Estimate.Undefined(1), DesignEstimate.Ratio(one, [5], [0]));
        Assert.True(double.IsNaN(DesignEstimate.Difference(weightless, [5, 6], [1], [2]).PValue));
        Assert.Equal(0, DesignEstimate.Mean(SurveyDesign.Of([1.0, 2, 3]), [7, 7, 7]).StandardError);
        Assert.Throws<ArgumentException>(() => DesignEstimate.Mean(one, [5, 6]));
        Assert.Throws<ArgumentException>(() => DesignEstimate.Ratio(one, [5], []));
    }

    private static void Expect(string id, Estimate estimate) => Expect(id, estimate.Value, estimate.StandardError);

    private static void Expect(string id, double value, double error)
    {
        Close.To(SchoolSample.Expected.Value(id, "estimate"), value, what: id);
        Close.To(SchoolSample.Expected.Value(id, "se"), error, what: id);
    }
}
