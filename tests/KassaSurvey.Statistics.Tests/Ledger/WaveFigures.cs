using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Design;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>synthetic_koko_reference.csv: the figures of each wave by itself.</summary>
internal static class WaveFigures
{
    public const string File = "synthetic_koko_reference.csv";
    private const double Iterative = 1e-6;
    private const double Population = 18569;

    public static void Add(Figures figures)
    {
        foreach (var year in TwoWaves.Years)
        {
            foreach (var item in TwoWaves.Items)
            {
                AddUnweighted(figures, year, item);
            }

            var scores = new double[] { -1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1 };
            var tally = ValueTally.Of(TwoWaves.Codes(year, "LO_RECOMMEND"), [], []);
            figures.Add(File, $"unw.{year}.nps", "estimate", MeanEstimate.FromTally(tally, scores, 0).Scaled(0, 100).Value);
            AddWeighted(figures, year);
            AddRaking(figures, year);
        }
    }

    public static void Estimate(Figures figures, string id, double value, double error, double relative = 1e-8)
    {
        figures.Add(File, id, "estimate", value, relative);
        figures.Add(File, id, "se", error, relative);
    }

    private static void AddUnweighted(Figures figures, int year, string item)
    {
        var id = $"unw.{year}.{item}.";
        var (low, high) = TwoWaves.Scale(item);
        var tally = ValueTally.Of(TwoWaves.Codes(year, item), [], []);
        var mean = MeanEstimate.FromTally(tally, low, high, 0);
        figures.Add(File, id + "n", "estimate", mean.N);
        Estimate(figures, id + "mean", mean.Value, mean.StandardError);
        figures.Add(File, id + "mean", "extra", mean.StandardDeviation);
        if (high == 7)
        {
            figures.Add(File, id + "top2", "estimate", ShareEstimate.FromTally(tally, 6, 7, 1, 7, 0).Value);
            figures.Add(File, id + "bottom3", "estimate", ShareEstimate.FromTally(tally, 1, 3, 1, 7, 0).Value);
            figures.Add(File, id + "index", "estimate", mean.Scaled(1, 100.0 / 6).Value);
        }
    }

    private static void AddWeighted(Figures figures, int year)
    {
        var weights = TwoWaves.Numbers(year, "w_raked");
        foreach (var item in TwoWaves.Items.Append("contact"))
        {
            var (low, high) = TwoWaves.Scale(item);
            var mean = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(year, item), weights, []), low, high, weights.Length);
            Estimate(figures, $"w.{year}.{item}", mean.Value, mean.StandardError);
        }

        foreach (var variable in new[] { "age", "region", "benefit" })
        {
            var groups = TwoWaves.Texts(year, variable);
            foreach (var group in groups.Distinct())
            {
                var bitmap = TwoWaves.Bitmap([.. groups.Select(other => other == group)]);
                var mean = MeanEstimate.FromTally(ValueTally.Of(TwoWaves.Codes(year, "Q_OVERALL"), weights, bitmap), 1, 7, weights.Length);
                Estimate(figures, $"w.{year}.Q_OVERALL.by.{variable}.{group}", mean.Value, mean.StandardError);
                figures.Add(File, $"w.{year}.Q_OVERALL.by.{variable}.{group}", "extra", mean.N);
            }
        }

        var finite = SurveyDesign.Of(weights, [], [], [.. weights.Select(_ => Population)]);
        var corrected = DesignEstimate.Mean(finite, TwoWaves.Numbers(year, "Q_OVERALL"));
        Estimate(figures, $"wfpc.{year}.Q_OVERALL", corrected.Value, corrected.StandardError);
    }

    private static void AddRaking(Figures figures, int year)
    {
        var margins = TwoWaveMargins.Of(year);
        var count = TwoWaves.Rows(year).Length;
        double[] start = [.. Enumerable.Repeat(Population / count, count)];
        var weights = Raking.Run(start, margins).Weights;
        figures.Add(File, $"rake.{year}.kish_deff", "estimate", DesignEffect.Kish(weights), Iterative);
        figures.Add(File, $"rake.{year}.neff", "estimate", DesignEffect.EffectiveSize(weights), Iterative);
        figures.Add(File, $"rake.{year}.wmin", "estimate", weights.Min(), Iterative);
        figures.Add(File, $"rake.{year}.wmax", "estimate", weights.Max(), Iterative);
        var design = SurveyDesign.Of(start).Calibrated(weights, CalibrationBasis.Of(start, margins));
        foreach (var item in TwoWaves.Items)
        {
            var mean = DesignEstimate.Mean(design, TwoWaves.Numbers(year, item));
            Estimate(figures, $"wcal.{year}.{item}", mean.Value, mean.StandardError, Iterative);
        }
    }
}
