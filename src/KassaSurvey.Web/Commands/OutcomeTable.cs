using System.Globalization;
using KassaSurvey.Application.Features.Analysis;
using KassaSurvey.Domain.Responding;

namespace KassaSurvey.Web.Commands;

/// <summary>Outcome rates as text, with the rules they were made by.</summary>
internal static class OutcomeTable
{
    private static readonly string[] Heads = ["rate", "percent"];

    public static string Of(OutcomeDocument document)
    {
        var counts = document.Counts;
        string[] lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(document.Source is null ? "" : document.Source + ": ")}I {counts.Complete}, P {counts.Partial}, R {counts.Refusal}, NC {counts.NonContact}, O {counts.Other}, UH {counts.UnknownHousehold}, UO {counts.UnknownOther}, not eligible {counts.NotEligible}"),
            $"e {TextTable.Number(document.Eligibility, "0.0000")}{(document.EligibilityIsEstimated ? ", estimated: the eligible share of those known" : ", as given")}",
            .. Rule(document.Silent),
            TextTable.Of(Heads, document.Rates.Select(rate => new[] { rate.Key, TextTable.Number(rate.Value * 100, "0.00") })),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string[] Rule(SilentMembers? silent) => silent is null ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"rule: handed in = complete (1.0); begun, at least {Dispositions.PartialFrom:P0} of the ratings shown answered = partial (1.2), less = break-off (2.12); opted out = refusal (2.11); called = the code of the last call;"),
        silent == SilentMembers.NonContact
            ? "      invited and silent = not reached (2.20), because the member register knows them to be eligible"
            : "      invited and silent = unknown eligibility (3.19), because only some of the members asked belong to those the survey is about",
    ];
}
