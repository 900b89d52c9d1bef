using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>survey_api.csv: means, totals, ratios, shares, quantiles and tests of six designs.</summary>
internal static class DesignFigures
{
    public const string File = "survey_api.csv";

    public static void Add(Figures figures)
    {
        foreach (var name in new[] { "srs", "srs_nofpc", "strat", "strat_nofpc", "weights_only", "clus1" })
        {
            var (sample, design) = SchoolSample.Load(name);
            AddMeans(figures, name, sample, design);
            AddShares(figures, name, sample, design);
            AddDifferences(figures, name, sample, design);
            foreach (var p in new[] { 0.25, 0.5, 0.75 })
            {
                var quantile = DesignQuantile.Of(design, sample.Numbers("api00"), p);
                Estimate(figures, FormattableString.Invariant($"{name}.quantile.{p}"), quantile.Value, quantile.StandardError);
            }
        }
    }

    public static void Estimate(Figures figures, string id, Estimate estimate, double relative = 1e-8, double absolute = 1e-12) =>
        Estimate(figures, id, estimate.Value, estimate.StandardError, relative, absolute);

    public static void Estimate(Figures figures, string id, double value, double error, double relative = 1e-8, double absolute = 1e-12)
    {
        figures.Add(File, id, "estimate", value, relative, absolute);
        figures.Add(File, id, "se", error, relative, absolute);
    }

    private static void AddMeans(Figures figures, string name, SchoolSample sample, SurveyDesign design)
    {
        var score = sample.Numbers("api00");
        var mean = DesignEstimate.Mean(design, score);
        Estimate(figures, name + ".mean_api00", mean);
        figures.Add(File, name + ".mean_api00", "extra", DesignEffect.OfMean(mean, design.Weights.ToArray().Sum()));
        Estimate(figures, name + ".mean_api99", DesignEstimate.Mean(design, sample.Numbers("api99")));
        Estimate(figures, name + ".total_enroll", DesignEstimate.Total(design, sample.Numbers("enroll")));
        Estimate(figures, name + ".ratio", DesignEstimate.Ratio(design, sample.Numbers("api.stu"), sample.Numbers("enroll")));
        figures.Add(File, name + ".degf", "estimate", design.DegreesOfFreedom);
        figures.Add(File, name + ".ci95_t_lo", "estimate", mean.Interval().Lower);
        figures.Add(File, name + ".ci95_t_hi", "estimate", mean.Interval().Upper);
        foreach (var type in SchoolSample.Types)
        {
            Estimate(figures, $"{name}.by_stype.{type}", DesignEstimate.Mean(design, score, sample.Domain("stype", type)));
        }

        // A variance is the mean of the squared deviations, times n/(n−1); its error is that mean's.
        var squares = score.Select(x => (x - mean.Value) * (x - mean.Value) * mean.N / (mean.N - 1)).ToArray();
        var error = DesignEstimate.Mean(design, squares).StandardError;
        Estimate(figures, name + ".var_api00", mean.StandardDeviation * mean.StandardDeviation, error);
    }

    private static void AddShares(Figures figures, string name, SchoolSample sample, SurveyDesign design)
    {
        var yes = DesignEstimate.Mean(design, sample.Flags("sch.wide", "Yes"));
        Estimate(figures, name + ".prop.sch.wideYes", yes);
        Estimate(figures, name + ".prop.sch.wideNo", DesignEstimate.Mean(design, sample.Flags("sch.wide", "No")));
        Estimate(figures, name + ".prop_ge700", DesignEstimate.Mean(design, [.. sample.Numbers("api00").Select(x => x >= 700 ? 1.0 : 0.0)]));

        // R finds the logit interval by an iterative fit, good to 9 digits.
        var interval = ShareEstimate.Logit(yes, 0.95);
        figures.Add(File, name + ".ciprop_logit", "estimate", yes.Value);
        figures.Add(File, name + ".ciprop_logit", "extra", interval.Lower, 1e-7);
        figures.Add(File, name + ".ciprop_logit_hi", "estimate", yes.Value);
        figures.Add(File, name + ".ciprop_logit_hi", "extra", interval.Upper, 1e-7);
    }

    private static void AddDifferences(Figures figures, string name, SchoolSample sample, SurveyDesign design)
    {
        var score = sample.Numbers("api00");
        var groups = DesignEstimate.Difference(design, score, sample.Domain("sch.wide", "Yes"), sample.Domain("sch.wide", "No"));
        figures.Add(File, name + ".ttest_t", "estimate", groups.T);
        figures.Add(File, name + ".ttest_t", "extra", groups.PValue);
        figures.Add(File, name + ".ttest_diff", "estimate", groups.Difference);
        figures.Add(File, name + ".ttest_diff", "extra", groups.DegreesOfFreedom);
        var years = DesignEstimate.Difference(design, score, sample.Numbers("api99"));
        Estimate(figures, name + ".diff_api00_api99", years.Difference, years.StandardError);
    }
}
