using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>survey_api.csv: post-stratified, raked, linearly calibrated and trimmed weights.</summary>
internal static class WeightingFigures
{
    private const string File = DesignFigures.File;
    private const double Iterative = 1e-6;

    public static void Add(Figures figures)
    {
        foreach (var name in new[] { "clus1", "srs_nofpc", "weights_only" })
        {
            var (sample, design) = SchoolSample.Load(name);
            AddPostStratification(figures, name, sample, design);
            AddRaking(figures, name, sample, design);
            CalibrationMargin[] margins = [sample.TypeMargin, sample.AnswerMargin];
            var greg = design.Calibrated(LinearCalibration.Run(sample.Weights, margins).Weights, CalibrationBasis.Of(sample.Weights, margins));
            Both(figures, name + ".greg", sample, greg, 1e-8);
        }

        AddTotals(figures);
        AddTrimming(figures);
    }

    private static void Both(Figures figures, string id, SchoolSample sample, SurveyDesign design, double relative)
    {
        DesignFigures.Estimate(figures, id + ".mean_api00", DesignEstimate.Mean(design, sample.Numbers("api00")), relative);
        DesignFigures.Estimate(figures, id + ".total_enroll", DesignEstimate.Total(design, sample.Numbers("enroll")), relative);
    }

    private static void AddPostStratification(Figures figures, string name, SchoolSample sample, SurveyDesign design)
    {
        var weights = PostStratification.Run(sample.Weights, sample.TypeMargin).Weights;
        var stratified = design.Calibrated(weights, CalibrationBasis.Of(sample.Weights, [sample.TypeMargin]));
        Both(figures, name + ".ps", sample, stratified, 1e-8);
        foreach (var type in SchoolSample.Types)
        {
            // Known totals: their error is 0 up to rounding.
            var total = DesignEstimate.Total(stratified, sample.Flags("stype", type));
            DesignFigures.Estimate(figures, $"{name}.ps.total_stype.stype{type}", total, 1e-8, 1e-8);
        }
    }

    private static void AddRaking(Figures figures, string name, SchoolSample sample, SurveyDesign design)
    {
        CalibrationMargin[] margins = [sample.TypeMargin, sample.AnswerMargin];
        var weights = Raking.Run(sample.Weights, margins).Weights;
        var raked = design.Calibrated(weights, CalibrationBasis.Of(sample.Weights, margins));
        Both(figures, name + ".calrake", sample, raked, Iterative);
        var mean = DesignEstimate.Mean(raked, sample.Numbers("api00"));
        var total = DesignEstimate.Total(raked, sample.Numbers("enroll"));
        var id = name + ".rake.";
        figures.Add(File, id + "mean_api00", "estimate", mean.Value, Iterative);
        figures.Add(File, id + "total_enroll", "estimate", total.Value, Iterative);
        if (name != "weights_only")
        {
            figures.Add(File, id + "mean_api00", "se", mean.StandardError, Iterative);
            figures.Add(File, id + "total_enroll", "se", total.StandardError, Iterative);
        }

        figures.Add(File, id + "kish_deff", "estimate", DesignEffect.Kish(weights), Iterative);
        figures.Add(File, id + "neff", "estimate", DesignEffect.EffectiveSize(weights), Iterative);
        figures.Add(File, id + "wmin", "estimate", weights.Min(), Iterative);
        figures.Add(File, id + "wmax", "estimate", weights.Max(), Iterative);
        foreach (var (cell, weight) in weights.Select((weight, row) => (sample.Text(row, "stype") + "." + sample.Text(row, "sch.wide"), weight)).DistinctBy(pair => pair.Item1))
        {
            figures.Add(File, $"{id}w.{cell}", "estimate", weight, Iterative);
        }
    }

    private static void AddTotals(Figures figures)
    {
        var (sample, design) = SchoolSample.Load("clus1");
        CalibrationTotal[] totals = [new([.. sample.Weights.Select(_ => 1.0)], 6194), new(sample.Numbers("api99"), 3914069)];
        var weights = LinearCalibration.Run(sample.Weights, [], totals).Weights;
        var calibrated = design.Calibrated(weights, CalibrationBasis.Of(sample.Weights, [], totals));
        Both(figures, "clus1.cal_api99", sample, calibrated, 1e-8);
        DesignFigures.Estimate(figures, "clus1.cal_api99.ratio", DesignEstimate.Ratio(calibrated, sample.Numbers("api.stu"), sample.Numbers("enroll")));
        foreach (var type in SchoolSample.Types)
        {
            DesignFigures.Estimate(figures, "clus1.cal_api99.total_stype.stype" + type, DesignEstimate.Total(calibrated, sample.Flags("stype", type)));
        }
    }

    private static void AddTrimming(Figures figures)
    {
        var sample = new SchoolSample("apistrat");
        figures.Add(File, "strat.kish_deff", "estimate", DesignEffect.Kish(sample.Weights));
        figures.Add(File, "strat.neff", "estimate", DesignEffect.EffectiveSize(sample.Weights));
        var trimmed = WeightTrimming.Strict(sample.Weights, 16, 40);
        foreach (var id in new[] { "trim_16_40.", "trimstrict_16_40." })
        {
            DesignFigures.Estimate(figures, id + "mean_api00", DesignEstimate.Mean(SurveyDesign.Of(trimmed), sample.Numbers("api00")));
            figures.Add(File, id + "sumw", "estimate", trimmed.Sum());
            figures.Add(File, id + "wmin", "estimate", trimmed.Min());
            figures.Add(File, id + "wmax", "estimate", trimmed.Max());
        }
    }
}
