using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Reliability;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>quality_reference.csv: response rates and careless answers.</summary>
internal static class QualityFigures
{
    public static void Add(Figures figures)
    {
        void One(string id, double value) => figures.Add("quality_reference.csv", id, ReferenceFiles.Single, value);
        AddRates(One, "aapor.koko_like.", new ResponseRates(1025, 43, 61, 212, 9, 2450, 118, 0.97));
        AddRates(One, "aapor.phone_like.", new ResponseRates(402, 18, 233, 310, 27, 140, 20, 0.62));
        double[][] rows =
        [
            [7, 7, 7, 7, 7, 7, 7, 7, 7, 7], [6, 7, 5, 6, 7, 6, 4, 7, 6, 5], [1, 2, 3, 4, 5, 6, 7, 1, 2, 3], [5, 5, 5, 6, 6, 6, 6, 2, 2, 7],
        ];
        for (var row = 0; row < rows.Length; row++)
        {
            One($"careless.row{row + 1}.longstring", CarelessAnswering.LongestRun(rows[row]));
            One($"careless.row{row + 1}.avgstring", CarelessAnswering.AverageRun(rows[row]));
            One($"careless.row{row + 1}.irv", CarelessAnswering.Variability(rows[row]));
        }

        var columns = TwoWaves.Items.Where(item => item[..2] is "A_" or "IM" or "EX").Select(item => TwoWaves.Numbers(2020, item)).ToArray();
        var seconds = TwoWaves.Numbers(2020, "duration_s");
        var median = Quantile.Type7(seconds, 0.5);
        bool[] straight = [.. seconds.Select((_, row) => CarelessAnswering.IsStraightLine([.. columns.Select(column => column[row])]))];
        bool[] speeding = [.. seconds.Select(value => CarelessAnswering.IsSpeeding(value, median, columns.Length))];
        One("synthetic2020.straightline_all_same", straight.Count(flag => flag));
        One("synthetic2020.median_duration", median);
        One("synthetic2020.speeders_lt_third_median", speeding.Count(flag => flag));
        One("synthetic2020.flag_both", straight.Zip(speeding).Count(pair => pair.First && pair.Second));
    }

    private static void AddRates(Action<string, double> one, string id, ResponseRates rates)
    {
        double[] response = [rates.Response1, rates.Response2, rates.Response3, rates.Response4, rates.Response5, rates.Response6];
        double[] cooperation = [rates.Cooperation1, rates.Cooperation2, rates.Cooperation3, rates.Cooperation4];
        double[] refusal = [rates.Refusal1, rates.Refusal2, rates.Refusal3];
        double[] contact = [rates.Contact1, rates.Contact2, rates.Contact3];
        foreach (var (name, values) in new[] { ("rr", response), ("coop", cooperation), ("ref", refusal), ("con", contact) })
        {
            for (var k = 0; k < values.Length; k++)
            {
                one($"{id}{name}{k + 1}", values[k]);
            }
        }
    }
}
