using KassaSurvey.Domain.Analysis.Disclosure;
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
        var options = question.Options.Where(option => !option.IsCantSay).ToList();
        if (options.Count == 0)
        {
            return new Reading.NoData();
        }

        var tallies = BitTally.Of(choices, options.Max(option => option.Number), columns.Weights, cells.Selection);
        var first = OptionTally(tallies, options[0]);
        var n = first.CountBetween(NotChosen, Chosen);
        if (cells.Hide(n, FigureAnswers.Of(choices), rule) is { } hidden)
        {
            return hidden;
        }

        var chosen = options.Select(option => (option.Code, Tally: OptionTally(tallies, option))).ToList();
        var cantSay = first.Weight(MissingCode.CantSay);
        return new Reading.Reported(
            new(n, first.Count(MissingCode.CantSay), cantSay / (cantSay + first.WeightBetween(NotChosen, Chosen)))
            {
                Options = ShowsOptions(n, [.. chosen.Select(option => option.Tally.Count(Chosen))], cells, rule)
                    ? [.. chosen.Select(option => ShareOf(option.Code, option.Tally, columns.Count))]
                    : [],
            });
    }

    /// <summary>
    /// True when the shares of the options may be shown: never of fewer answers than a distribution needs, and in a small or filtered
    /// group not when an option was chosen by so few that it says who they are, nor in a small one when everybody chose it.
    /// </summary>
    public static bool ShowsOptions(long answers, IReadOnlyCollection<long> chosen, PopulationCells cells, DisclosureRule rule) =>
        rule.ShowsDistribution(answers)
        && (answers >= DisclosureRule.FewAnswers || !chosen.Contains(answers))
        && ((cells.IsEverybody && answers >= DisclosureRule.FewAnswers) || !chosen.Any(rule.Hides));

    public static ConfidenceInterval Interval(Estimate share, double kishSize) =>
        ShareEstimate.WilsonEffective(share, kishSize, 0.95);

    /// <summary>An option as a column of 1 and 0, with the missing codes kept. A choice of nothing at all counts as left empty.</summary>
    private static ValueTally OptionTally(BitTally tallies, AnswerOption option) => tallies.Bit(option.Number - 1, MissingCode.LeftEmpty);

    private static OptionShare ShareOf(string code, ValueTally tally, int design)
    {
        var share = ShareEstimate.FromTally(tally, Chosen, Chosen, NotChosen, Chosen, design);
        return new(code, share.Value, Interval(share, ShareEstimate.KishSize(tally, NotChosen, Chosen)));
    }
}
