using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Design;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>synthetic_koko_reference.csv: the change between the waves.</summary>
internal static class WaveChangeFigures
{
    private const string File = WaveFigures.File;

    // The reference takes its p-values from the normal distribution, at the far end of which a digit is lost.
    private const double Tail = 1e-7;

    public static void Add(Figures figures)
    {
        var numbers = TwoWaves.Data.Texts("member").Distinct().Select((member, i) => (member, i)).ToDictionary(pair => pair.member, pair => pair.i);
        var p = new double[TwoWaves.Items.Length];
        for (var k = 0; k < p.Length; k++)
        {
            var item = TwoWaves.Items[k];
            var clustered = Compare(item, year => [.. TwoWaves.Texts(year, "member").Select(member => numbers[member])]);
            var normal = DifferenceTest.Of(clustered.Difference, clustered.StandardError, double.PositiveInfinity);
            var equivalence = EquivalenceTest.Of(normal, item == "LO_RECOMMEND" ? 0.25 : 0.15);
            var independent = Compare(item, year => [.. TwoWaves.Rows(year).Select(_ => -1)]);
            WaveFigures.Estimate(figures, "yoy.cluster." + item, normal.Difference, normal.StandardError);
            figures.Add(File, "yoy.cluster." + item, "extra", p[k] = normal.PValue, Tail);
            WaveFigures.Estimate(figures, "yoy.indep." + item, independent.Difference, independent.StandardError);
            figures.Add(File, "yoy.tost." + item, "estimate", equivalence.PValue, Tail);
            figures.Add(File, "yoy.tost." + item, "extra", equivalence.Margin);
            AddUnweighted(figures, item);
        }

        var holm = MultipleTesting.Holm(p);
        var rate = MultipleTesting.BenjaminiHochberg(p);
        for (var k = 0; k < p.Length; k++)
        {
            figures.Add(File, "yoy.adj." + TwoWaves.Items[k], "estimate", holm[k], Tail);
            figures.Add(File, "yoy.adj." + TwoWaves.Items[k], "extra", rate[k], Tail);
        }

        foreach (var item in new[] { "Q_OVERALL", "A_SPEED", "A_SERVICE" })
        {
            AddPanel(figures, item);
        }
    }

    private static DifferenceTest Compare(string item, Func<int, int[]> members) => WaveComparison.Of(
        TwoWaves.Numbers(2020, item), TwoWaves.Numbers(2020, "w_raked"), members(2020),
        TwoWaves.Numbers(2019, item), TwoWaves.Numbers(2019, "w_raked"), members(2019));

    private static void AddUnweighted(Figures figures, string item)
    {
        var current = MeanEstimate.FromValues(TwoWaves.Numbers(2020, item), [], [], 1025);
        var previous = MeanEstimate.FromValues(TwoWaves.Numbers(2019, item), [], [], 987);
        var test = DifferenceTest.Welch(current, previous);
        WaveFigures.Estimate(figures, "yoy.welch_unw." + item, test.Difference, test.StandardError);
        figures.Add(File, "yoy.welch_unw." + item, "extra", test.PValue);
        figures.Add(File, $"yoy.welch_unw.{item}.t", "estimate", test.T);
        figures.Add(File, $"yoy.welch_unw.{item}.t", "extra", test.DegreesOfFreedom);
    }

    private static void AddPanel(Figures figures, string item)
    {
        var before = TwoWaves.Texts(2019, "member").Zip(TwoWaves.Numbers(2019, item)).ToDictionary(pair => pair.First, pair => pair.Second);
        var panel = TwoWaves.Texts(2020, "member").Zip(TwoWaves.Numbers(2020, item)).Where(pair => before.ContainsKey(pair.First)).ToArray();
        double[] previous = [.. panel.Select(pair => before[pair.First])];
        double[] current = [.. panel.Select(pair => pair.Second)];
        var mean = MeanEstimate.FromValues([.. current.Zip(previous, (y, x) => y - x)], [], [], current.Length);
        WaveFigures.Estimate(figures, "paired." + item, mean.Value, mean.StandardError);
        figures.Add(File, "paired." + item, "extra", DifferenceTest.Paired(current, previous).PValue);
        figures.Add(File, $"paired.{item}.n", "estimate", mean.N);
        figures.Add(File, $"paired.{item}.n", "extra", mean.StandardDeviation);
        figures.Add(File, $"paired.{item}.r", "estimate", Correlation.Pearson(previous, current, []).Value);
    }
}
