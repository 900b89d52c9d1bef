using KassaSurvey.Statistics.Association;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>contact_reference.json: the synthetic call log.</summary>
internal static class ContactFigures
{
    public static ReferenceTable Calls => ReferenceTable.Read("calls_synthetic.csv");

    public static void Add(Figures figures)
    {
        void One(string id, double value) => figures.Add("contact_reference.json", id, ReferenceFiles.Single, value);
        var calls = Calls;
        bool[] abandoned = [.. calls.Numbers("abandoned").Select(flag => flag == 1)];
        var waits = calls.Numbers("wait_s");
        var queue = QueueMeasures.Of(waits, abandoned, 20);
        One("offered", queue.Offered);
        One("answered", queue.Answered);
        One("abandoned", queue.Abandoned);
        One("short_abandons_5s", queue.ShortAbandoned);
        One("sl20_of_offered", queue.LevelOfOffered);
        One("sl20_of_answered", queue.LevelOfAnswered);
        One("sl20_of_offered_excl_short", queue.LevelWithoutShort);
        One("asa", queue.AverageWait);
        One("abandon_rate", queue.AbandonmentRate);
        AddInterval(One, "sl20_wilson", queue.LevelOfAnswered, queue.Answered);

        double[] answered = [.. waits.Where((_, row) => !abandoned[row])];
        One("median_wait", Quantile.Type7(answered, 0.5));
        One("p90_wait_type7", Quantile.Type7(answered, 0.9));
        One("aht", Mean(calls.Numbers("handle_s")).Value);
        var transferred = Mean(calls.Numbers("transferred"));
        One("transfer_rate", transferred.Value);
        AddInterval(One, "transfer_wilson", transferred.Value, transferred.N);
        var solved = Mean([.. calls.Numbers("repeat7d").Select(flag => 1 - flag)]);
        One("fcr_no_repeat7d", solved.Value);
        AddInterval(One, "fcr_wilson", solved.Value, solved.N);
        AddRatings(One, calls, waits);
    }

    private static Estimate Mean(double[] values) => MeanEstimate.FromValues(values, [], [], values.Length);

    private static void AddInterval(Action<string, double> one, string id, double share, long n)
    {
        var interval = ShareEstimate.Wilson(share, n, 0.95);
        one(id + "[0]", interval.Lower);
        one(id + "[1]", interval.Upper);
    }

    private static void AddRatings(Action<string, double> one, ReferenceTable calls, double[] waits)
    {
        var ratings = calls.Numbers("sat");
        var fit = LeastSquares.Fit(ratings, [.. waits, .. calls.Numbers("transferred"), .. calls.Numbers("repeat7d")], 3, []);
        for (var k = 0; k < 4; k++)
        {
            one($"regression_coef[{k}]", fit.Coefficients[k]);
            one($"regression_se[{k}]", fit.StandardErrors[k]);
        }

        one("regression_r2", fit.RSquared);
        one("n_rated", fit.N);
        one("spearman_wait_sat", Correlation.Spearman(waits, ratings).Value);
        foreach (var (name, low, high) in new[] { ("0-20", -1.0, 20.0), ("21-60", 20, 60), ("61-180", 60, 180), ("181+", 180, double.PositiveInfinity) })
        {
            var band = Mean([.. ratings.Where((_, row) => waits[row] > low && waits[row] <= high)]);
            one("sat_by_wait_band." + name, band.Value);
            one("n_by_wait_band." + name, band.N);
        }
    }
}
