using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>survey_api.csv: domains, regression, crosstab tests and the jackknife.</summary>
internal static class DesignModelFigures
{
    private const string File = DesignFigures.File;

    public static void Add(Figures figures)
    {
        var (sample, design) = SchoolSample.Load("strat");
        var domain = sample.Domain(row => sample.Text(row, "stype") == "H" && sample.Number(row, "full") >= 90);
        DesignFigures.Estimate(figures, "strat.domain_H_full_ge90.mean", DesignEstimate.Mean(design, sample.Numbers("api00"), domain));

        string[] names = ["(Intercept)", "ell", "meals", "mobility"];
        var fit = DesignRegression.Fit(design, sample.Numbers("api00"), [.. names.Skip(1).SelectMany(sample.Numbers)], 3);
        for (var k = 0; k < names.Length; k++)
        {
            DesignFigures.Estimate(figures, "strat.glm." + names[k], fit.Coefficients[k].Difference, fit.Coefficients[k].StandardError);

            // The p-value of 1e-152 magnifies the twelfth digit of t by its size.
            figures.Add(File, "strat.glm." + names[k], "extra", fit.Coefficients[k].PValue, 1e-7);
        }

        var test = CrossTabTest.Of(design, [.. sample.Flags("sch.wide", "Yes").Select(flag => (int)flag)], sample.Strata);
        figures.Add(File, "strat.chisq_F", "estimate", test.F);
        figures.Add(File, "strat.chisq_F", "extra", test.PValue);
        figures.Add(File, "strat.chisq_X2", "estimate", test.ChiSquared);
        figures.Add(File, "strat.chisq_X2", "extra", test.FirstOrderPValue);

        AddJackknife(figures, "clus1.jk1", "clus1", "mean_api00");
        AddJackknife(figures, "clus1.jk1", "clus1", "total_enroll");
        AddJackknife(figures, "strat.jkn", "strat", "mean_api00");
    }

    private static void AddJackknife(Figures figures, string id, string name, string figure)
    {
        var (sample, design) = SchoolSample.Load(name);
        var isMean = figure == "mean_api00";
        var values = sample.Numbers(isMean ? "api00" : "enroll");
        var estimate = Jackknife.Run(design, 1, (weights, results) =>
        {
            var replicate = SurveyDesign.Of(weights);
            results[0] = isMean ? DesignEstimate.Mean(replicate, values).Value : DesignEstimate.Total(replicate, values).Value;
            return true;
        })[0];
        DesignFigures.Estimate(figures, $"{id}.{figure}", estimate);
    }
}
