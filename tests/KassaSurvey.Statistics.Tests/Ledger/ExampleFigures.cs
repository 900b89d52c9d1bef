using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Reliability;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>misc_reference.json: small worked examples.</summary>
internal static class ExampleFigures
{
    public static void Add(Figures figures)
    {
        void One(string id, double value, double relative) =>
            figures.Add("misc_reference.json", id, ReferenceFiles.Single, value, relative);

        // The reference rounds the index to six decimals.
        foreach (var mean in new[] { 1, 2, 3, 4, 5, 6, 7, 6.23, 6.02, 6.5 })
        {
            figures.Add("misc_reference.json", FormattableString.Invariant($"index.{mean}"), ReferenceFiles.Single, ScaleMap.Linear(mean, 1, 7, 0, 100), 0, 5.1e-7);
        }

        // Shares .55, .27 and .18 of 1 025: the deviation with divisor n, as the example takes it. Its z has nine decimals.
        var scores = MeanEstimate.FromValues([1, 0, -1], [0.55, 0.27, 0.18], [], 3).Scaled(0, 100);
        var error = scores.StandardDeviation * Math.Sqrt(2.0 / 3 / 1025);
        var interval = new Estimate(1025, scores.Value, scores.StandardDeviation, error, double.PositiveInfinity).Interval();
        One("nps_example.nps", scores.Value, 1e-8);
        One("nps_example.se", error, 1e-8);
        One("nps_example.ci95[0]", interval.Lower, 1e-8);
        One("nps_example.ci95[1]", interval.Upper, 1e-8);

        AddShare(One, "seed_checks.koko_contact_532_of_1025", 532, 1025, true);
        One("seed_checks.medborgarpulsen_handlaggare_8685.pos.x", Math.Round(0.79 * 8685), 1e-8);
        One("seed_checks.medborgarpulsen_handlaggare_8685.sceptical.x", Math.Round(0.04 * 8685), 1e-8);
        One("seed_checks.medborgarpulsen_handlaggare_8685.neg.x", Math.Round(0.17 * 8685), 1e-8);
        foreach (var (name, share) in new[] { ("pos", 0.79), ("sceptical", 0.04), ("neg", 0.17) })
        {
            One($"seed_checks.medborgarpulsen_handlaggare_8685.{name}.p", share, 1e-8);
            AddShare(One, "seed_checks.medborgarpulsen_handlaggare_8685." + name, (long)Math.Round(share * 8685), 8685, false);
        }

        var contacts = ValueTally.FromCounts([0, 136000, 11800, 64000]);
        One("seed_checks.akademikernas_contacts_2021.share_calls_of_person_contacts", ShareEstimate.FromTally(contacts, 1, 1, 1, 3, 0).Value, 1e-8);
        AddLinks(One);

        var kappa = CohenKappa.Of([0, 0, 1, 1, 2, 0, 1, 2, 0, 0], [0, 1, 1, 1, 2, 0, 1, 0, 0, 0]);
        One("cohen_kappa.po", kappa.Observed, 1e-8);
        One("cohen_kappa.pe", kappa.Expected, 1e-8);
        One("cohen_kappa.kappa", kappa.Value, 1e-8);
    }

    private static void AddShare(Action<string, double, double> one, string id, long part, long n, bool isExact)
    {
        var interval = ShareEstimate.Wilson((double)part / n, n, 0.95);
        one(id + ".ci[0]", interval.Lower, 1e-8);
        one(id + ".ci[1]", interval.Upper, 1e-8);
        if (isExact)
        {
            one(id + ".p", (double)part / n, 1e-8);
        }
    }

    private static void AddLinks(Action<string, double, double> one)
    {
        static Estimate Point(double value) => new(1000, value, 1, 0.03, 999);
        double[] old = [5.80, 5.86, 5.91, 5.98];
        var (oldAtLink, newAtLink) = (Point(5.98), Point(5.71));
        one("chain_link.additive_shift", ChainLink.Additive(Point(0), oldAtLink, newAtLink).Value, 1e-8);
        one("chain_link.ratio_factor", ChainLink.Ratio(Point(1), oldAtLink, newAtLink).Value, 1e-8);
        for (var k = 0; k < old.Length; k++)
        {
            // Up to the link the old wording's own results stand.
            one($"chain_link.linked_additive.{2015 + k}", old[k], 1e-8);
            one($"chain_link.linked_ratio.{2015 + k}", old[k], 1e-8);
        }

        foreach (var (year, value) in new[] { (2019, 5.76), (2020, 5.94) })
        {
            one($"chain_link.linked_additive.{year}", ChainLink.Additive(Point(value), oldAtLink, newAtLink).Value, 1e-8);
            one($"chain_link.linked_ratio.{year}", ChainLink.Ratio(Point(value), oldAtLink, newAtLink).Value, 1e-8);
        }

        var mapped = ScaleMap.Equipercentile([0.02, 0.05, 0.18, 0.45, 0.30], [0.01, 0.02, 0.05, 0.12, 0.22, 0.34, 0.24]);
        for (var category = 1; category <= 5; category++)
        {
            one($"map_5_to_7_linear.{category}", ScaleMap.Linear(category, 1, 5, 1, 7), 1e-8);
            one($"map_5_to_7_equipercentile.{category}", mapped[category - 1], 1e-8);
        }
    }
}
