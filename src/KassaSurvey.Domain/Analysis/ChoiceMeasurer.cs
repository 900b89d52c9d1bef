using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Measures a question with several choices: each option's share among those who chose anything.</summary>
internal static class ChoiceMeasurer
{
    private const byte Chosen = 1;
    private const byte NotChosen = 0;

    public static Reading Measure(Question question, ResponseColumns columns, int[] choices, ReadOnlySpan<ulong> selection, DisclosureRule rule)
    {
        var column = new byte[choices.Length];
        var shares = new List<OptionShare>();
        Measurement? measurement = null;
        foreach (var option in question.Options.Where(option => !option.IsCantSay))
        {
            Spread(choices, option.Number, column);
            var tally = ValueTally.Of(column, columns.Weights, selection);
            var n = tally.CountBetween(NotChosen, Chosen);
            if (measurement is null)
            {
                var everybody = selection.IsEmpty ? n : choices.Count(choice => choice > 0);
                if (QuestionMeasurer.Hide(n, everybody, rule) is { } hidden)
                {
                    return hidden;
                }

                var cantSay = tally.Weight(MissingCode.CantSay);
                measurement = new(n, tally.Count(MissingCode.CantSay), cantSay / (cantSay + tally.WeightBetween(NotChosen, Chosen)));
            }

            var share = ShareEstimate.FromTally(tally, Chosen, Chosen, NotChosen, Chosen, columns.Count);
            shares.Add(new(option.Code, share.Value, Interval(share, ShareEstimate.KishSize(tally, NotChosen, Chosen))));
        }

        return measurement is null ? new Reading.NoData() : new Reading.Reported(measurement with { Options = [.. shares] });
    }

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
