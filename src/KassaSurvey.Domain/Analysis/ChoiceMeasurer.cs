using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Measures a question with several choices: each option's share among those who chose anything.</summary>
internal static class ChoiceMeasurer
{
    private const byte Chosen = 1;
    private const byte NotChosen = 0;

    public static Reading Measure(Question question, ResponseColumns columns, int[] choices, PopulationCells cells, DisclosureRule rule)
    {
        var column = new byte[choices.Length];
        var shares = new List<OptionShare>();
        var counts = new List<long>();
        Measurement? measurement = null;
        foreach (var option in question.Options.Where(option => !option.IsCantSay))
        {
            Spread(choices, option.Number, column);
            var tally = ValueTally.Of(column, columns.Weights, cells.Selection);
            var n = tally.CountBetween(NotChosen, Chosen);
            if (measurement is null)
            {
                if (cells.Hide(n, PopulationCells.Rows(columns.Count, row => choices[row] > 0), rule) is { } hidden)
                {
                    return hidden;
                }

                var cantSay = tally.Weight(MissingCode.CantSay);
                measurement = new(n, tally.Count(MissingCode.CantSay), cantSay / (cantSay + tally.WeightBetween(NotChosen, Chosen)));
            }

            counts.Add(tally.Count(Chosen));
            var share = ShareEstimate.FromTally(tally, Chosen, Chosen, NotChosen, Chosen, columns.Count);
            shares.Add(new(option.Code, share.Value, Interval(share, ShareEstimate.KishSize(tally, NotChosen, Chosen))));
        }

        return measurement is null
            ? new Reading.NoData()
            : new Reading.Reported(measurement with { Options = ShowsOptions(measurement.N, counts, cells, rule) ? [.. shares] : [] });
    }

    /// <summary>
    /// True when the shares of the options may be shown: never of fewer answers than a distribution needs, and in a small or filtered
    /// group not when an option was chosen by so few that it says who they are.
    /// </summary>
    public static bool ShowsOptions(long answers, IEnumerable<long> chosen, PopulationCells cells, DisclosureRule rule) =>
        rule.ShowsDistribution(answers)
        && ((cells.IsEverybody && answers >= DisclosureRule.FewAnswers) || !chosen.Any(rule.Hides));

    public static ConfidenceInterval Interval(Estimate share, double kishSize) =>
        ShareEstimate.WilsonEffective(share, kishSize, 0.95);

    /// <summary>An option's column of 1 and 0, with the missing codes kept. A choice of nothing at all counts as left empty.</summary>
    private static void Spread(ReadOnlySpan<int> choices, int number, Span<byte> column)
    {
        var bit = 1 << (number - 1);
        for (var row = 0; row < choices.Length; row++)
        {
            var choice = choices[row];
            column[row] = choice < 0 ? (byte)choice : choice == 0 ? MissingCode.LeftEmpty : (choice & bit) != 0 ? Chosen : NotChosen;
        }
    }
}
