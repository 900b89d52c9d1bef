using System.Globalization;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Inference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>stats_reference.csv but for the alphas: classical tests, distributions, intervals, power and queues.</summary>
internal static class ClassicalFigures
{
    // The example list of Benjamini and Hochberg type used for R's p.adjust.
    private static readonly double[] Published =
    [
        0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341, 0.384, 0.569,
        0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ];

    public static void Add(Figures figures)
    {
        void One(string id, double value) => figures.Add("stats_reference.csv", id, ReferenceFiles.Single, value);
        AddSleep(One);
        AddAdjusted(One);
        AddDistributions((id, value) => figures.Add("stats_reference.csv", id, ReferenceFiles.Single, value, 1e-10));
        AddIntervals(One);
        AddPower(One);
        AddQueues(One);
    }

    private static void AddSleep(Action<string, double> one)
    {
        var first = MeanEstimate.FromValues(Sleep.First, [], [], 10);
        var second = MeanEstimate.FromValues(Sleep.Second, [], [], 10);
        var welch = DifferenceTest.Welch(first, second);
        AddTest(one, "sleep.welch", welch);
        one("sleep.welch.se", welch.StandardError);
        AddTest(one, "sleep.paired", DifferenceTest.Paired(Sleep.First, Sleep.Second));
        var equivalence = EquivalenceTest.Of(welch, 0.5);
        one("sleep.tost0.5.t_lower", (welch.Difference + equivalence.Margin) / welch.StandardError);
        one("sleep.tost0.5.p_lower", equivalence.PLower);
        one("sleep.tost0.5.t_upper", (welch.Difference - equivalence.Margin) / welch.StandardError);
        one("sleep.tost0.5.p_upper", equivalence.PUpper);
        one("sleep.tost0.5.p", equivalence.PValue);
        one("sleep.tost.ci90_lo", welch.Interval(0.9).Lower);
        one("sleep.tost.ci90_hi", welch.Interval(0.9).Upper);
        var effect = EffectSize.Of(first, second);
        one("sleep.cohen_d_pooled", effect.CohenD);
        one("sleep.hedges_g_exactJ", effect.HedgesG);
    }

    private static void AddTest(Action<string, double> one, string id, DifferenceTest test)
    {
        one(id + ".t", test.T);
        one(id + ".df", test.DegreesOfFreedom);
        one(id + ".p", test.PValue);
        one(id + ".ci_lo", test.Interval().Lower);
        one(id + ".ci_hi", test.Interval().Upper);
    }

    private static void AddAdjusted(Action<string, double> one)
    {
        foreach (var (method, adjusted) in new[]
        {
            ("holm", MultipleTesting.Holm(Published)), ("BH", MultipleTesting.BenjaminiHochberg(Published)),
            ("bonferroni", MultipleTesting.Bonferroni(Published)), ("BY", MultipleTesting.BenjaminiYekutieli(Published)),
            ("hochberg", MultipleTesting.Hochberg(Published)),
        })
        {
            foreach (var position in new[] { 1, 2, 3, 5, 10, 25 })
            {
                one($"padj.{method}.{position}", adjusted[position - 1]);
            }
        }
    }

    private static void AddDistributions(Action<string, double> one)
    {
        string[] probabilities = ["0.9", "0.95", "0.975", "0.995"];
        foreach (var p in probabilities)
        {
            one("qnorm." + p, Distributions.NormalQuantile(Number(p)));
            foreach (var df in new[] { "1", "4", "9", "17.776", "30", "100", "1024" })
            {
                one($"qt.{p}.{df}", Distributions.StudentQuantile(Number(p), Number(df)));
            }
        }

        foreach (var x in new[] { "-2.45", "-1.272", "0", "1.5", "2.2" })
        {
            foreach (var df in new[] { "5", "17.776", "500" })
            {
                one($"pt.{x}.{df}", Distributions.StudentCumulative(Number(x), Number(df)));
            }
        }
    }

    private static void AddIntervals(Action<string, double> one)
    {
        foreach (var (x, n) in new[] { (532, 1025), (3, 20), (0, 15), (79, 100) })
        {
            var wilson = ShareEstimate.Wilson((double)x / n, n, 0.95);
            var exact = ShareEstimate.ClopperPearson(x, n, 0.95);
            one($"wilson.{x}_{n}.lo", wilson.Lower);
            one($"wilson.{x}_{n}.hi", wilson.Upper);
            one($"clopper.{x}_{n}.lo", exact.Lower);
            one($"clopper.{x}_{n}.hi", exact.Upper);
        }
    }

    private static void AddPower(Action<string, double> one)
    {
        foreach (var deviation in new[] { 0.8, 0.9, 1, 1.1, 1.2 })
        {
            foreach (var n in new[] { 600, 800, 1000, 1025 })
            {
                var test = DifferenceTest.Welch(Mean(6.23, deviation, 1025), Mean(6.02, deviation, n));
                var id = FormattableString.Invariant($"koko.sd{deviation}.n2019_{n}.");
                one(id + "se", test.StandardError);
                one(id + "t", test.T);
                one(id + "mde80", Power.MinimumDetectable(test.StandardError));
            }
        }

        static Estimate Mean(double value, double deviation, long n) => new(n, value, deviation, deviation / Math.Sqrt(n), n - 1);
    }

    private static void AddQueues(Action<string, double> one)
    {
        foreach (var (load, agents, seconds) in new[] { (10, 14, 180), (10, 11, 180), (10, 12, 180), (10, 13, 180), (20, 24, 300), (5, 8, 240), (40, 45, 360) })
        {
            var queue = ErlangC.Of(load, agents, seconds, 20);
            var id = $"erlangC.A{load}.N{agents}.AHT{seconds}.T20.";
            one(id + "B", ErlangC.Blocking(load, agents));
            one(id + "C", queue.WaitProbability);
            one(id + "SL", queue.ServiceLevel);
            one(id + "ASA", queue.AverageWait);
            one(id + "occ", queue.Occupancy);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
