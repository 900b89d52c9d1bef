using System.Text.RegularExpressions;

namespace KassaSurvey.Statistics.Tests.Ledger;

/// <summary>The reference figures the kernel does not compute, each with its reason. Patterns match from start to end.</summary>
public static class OutOfScope
{
    public static IReadOnlyList<Line> Lines { get; } =
    [
        new("survey_api.csv", @"clus2\..*", ".*", "two-stage sample: its data set is not supplied"),
        new("survey_api.csv", @"pop\..*", ".*", "plain figures of the whole population, whose file is not supplied"),
        new("survey_api.csv", @"weights_only\.rake\.(mean_api00|total_enroll)", "se", "R's rake() sweeps without base weights; calibrate(raking), which is computed, was chosen"),
        new("stats_reference.csv", "sleep.hedges_g_approxJ", ".*", "the exact factor is used; this is its approximation, for comparison"),
        new("pls_mobi_seminr_PLSc_.*", ".*", ".*", "consistent PLS is deliberately not used (mode A composites)"),
        new("pls_mobi_seminr_reliability.csv", "Complaints", "alpha", "alpha of a single item is undefined here; seminr prints 1"),
        new("misc_reference.json", @"pii\..*", ".*", "check digits of identifiers are no statistics; they belong to the scan of open text, a later issue"),
        new("misc_reference.json", @"suppression\..*", ".*", "disclosure is decided in Domain.Analysis and tested there (DisclosureReferenceTests)"),
        new("misc_reference.json", @"differencing\..*", ".*", "disclosure is decided in Domain.Analysis and tested there (DisclosureReferenceTests)"),
        new("misc_reference.json", @"nps_example\.(promoters|detractors|n)", ".*", "input of the example"),
        new("misc_reference.json", @"seed_checks\.akademikernas_contacts_2021\.(calls|emails|messages|web_visits)", ".*", "input of the example"),
        new("misc_reference.json", @"chain_link\.(old|new)\..*", ".*", "input of the example"),
    ];

    public static bool Covers(string file, string id, string column) => Lines.Any(line => line.Covers(file, id, column));

    public sealed record Line(string File, string Id, string Column, string Reason)
    {
        public bool Covers(string file, string id, string column) =>
            IsMatch(file, File) && IsMatch(id, Id) && IsMatch(column, Column);

        private static bool IsMatch(string text, string pattern) => Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant);
    }
}
