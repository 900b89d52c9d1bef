using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Measures one question over the rows of a population, and decides what may be shown. The only place that hides.</summary>
internal static class QuestionMeasurer
{
    /// <summary>Recommendation: 9-10 promote, 0-6 detract.</summary>
    private static readonly double[] RecommendationScores = [-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100];

    public static Reading Measure(Question question, ResponseColumns columns, ReadOnlySpan<ulong> selection, DisclosureRule rule)
    {
        switch (question.Kind)
        {
            case QuestionKind.Scale or QuestionKind.Recommendation when columns.Codes.TryGetValue(question.Code, out var ratings):
                return MeasureRating(question, columns, ratings, selection, rule);
            case QuestionKind.Single or QuestionKind.YesNo when columns.Codes.TryGetValue(question.Code, out var codes):
                return MeasureSingle(question, columns, codes, selection, rule);
            case QuestionKind.Multiple when columns.Choices.TryGetValue(question.Code, out var choices):
                return ChoiceMeasurer.Measure(question, columns, choices, selection, rule);
            case QuestionKind.Number when columns.Numbers.TryGetValue(question.Code, out var numbers):
                return MeasureNumber(columns, numbers, selection, rule);
            default:
                return new Reading.NoData();
        }
    }

    /// <summary>Hides a figure of too few answers, and one whose complement would be of too few.</summary>
    public static Reading? Hide(long answers, long answersOfEverybody, DisclosureRule rule) =>
        answers == 0 ? new Reading.NoData()
        : rule.Hides(answers) ? new Reading.Suppressed(SuppressionReason.TooFewAnswers)
        : rule.Hides(answersOfEverybody - answers) ? new Reading.Suppressed(SuppressionReason.WouldRevealOthers)
        : null;

    private static Reading MeasureRating(
        Question question, ResponseColumns columns, byte[] values, ReadOnlySpan<ulong> selection, DisclosureRule rule)
    {
        var scale = question.Scale!.Value;
        var tally = ValueTally.Of(values, columns.Weights, selection);
        var n = tally.CountBetween(scale.Minimum, scale.Maximum);
        if (Hide(n, Everybody(values, scale.Minimum, scale.Maximum, n, selection), rule) is { } hidden)
        {
            return hidden;
        }

        var mean = MeanEstimate.FromTally(tally, scale.Minimum, scale.Maximum, columns.Count);
        var weight = tally.WeightBetween(scale.Minimum, scale.Maximum);
        return new Reading.Reported(WithCantSay(tally, n, weight) with
        {
            Scale = scale,
            Mean = mean,
            Index = mean.Scaled(scale.Minimum, 100.0 / scale.Width),
            TopTwo = Share(tally, scale, scale.Maximum - 1, scale.Maximum, columns.Count),
            BottomThree = Share(tally, scale, scale.Minimum, Math.Min(scale.Minimum + 2, scale.Maximum), columns.Count),
            RecommendationScore = question.Kind == QuestionKind.Recommendation
                ? MeanEstimate.FromTally(tally, RecommendationScores, columns.Count)
                : null,
            Distribution = rule.ShowsDistribution(n)
                ? [.. Enumerable.Range(scale.Minimum, scale.Width + 1).Select(value => tally.Weight(value) / weight)]
                : [],
        });
    }

    private static Reading MeasureSingle(
        Question question, ResponseColumns columns, byte[] values, ReadOnlySpan<ulong> selection, DisclosureRule rule)
    {
        var tally = ValueTally.Of(values, columns.Weights, selection);
        var n = tally.CountBetween(0, AnswerOption.MaximumNumber);
        if (Hide(n, Everybody(values, 0, AnswerOption.MaximumNumber, n, selection), rule) is { } hidden)
        {
            return hidden;
        }

        return new Reading.Reported(WithCantSay(tally, n, tally.WeightBetween(0, AnswerOption.MaximumNumber)) with
        {
            Options = [.. OptionsOf(question).Select(option => ShareOf(option.Code, tally, option.Number))],
        });

        OptionShare ShareOf(string code, ValueTally tally, int number)
        {
            var share = ShareEstimate.FromTally(tally, number, number, 0, AnswerOption.MaximumNumber, columns.Count);
            return new(code, share.Value, ChoiceMeasurer.Interval(share, ShareEstimate.KishSize(tally, 0, AnswerOption.MaximumNumber)));
        }
    }

    private static Reading MeasureNumber(ResponseColumns columns, double[] numbers, ReadOnlySpan<ulong> selection, DisclosureRule rule)
    {
        var mean = MeanEstimate.FromValues(numbers, columns.Weights, selection, columns.Count);
        var everybody = selection.IsEmpty ? mean.N : numbers.Count(number => !double.IsNaN(number));
        return Hide(mean.N, everybody, rule) ?? new Reading.Reported(new(mean.N, 0, 0) { Mean = mean });
    }

    private static IEnumerable<(string Code, int Number)> OptionsOf(Question question) => question.Kind == QuestionKind.YesNo
        ? [("yes", 1), ("no", 0)]
        : question.Options.Where(option => !option.IsCantSay).Select(option => (option.Code, option.Number));

    private static Measurement WithCantSay(ValueTally tally, long n, double weight)
    {
        var cantSay = tally.Weight(MissingCode.CantSay);
        return new(n, tally.Count(MissingCode.CantSay), cantSay / (cantSay + weight));
    }

    private static Estimate Share(ValueTally tally, AnswerScale scale, int low, int high, int design) =>
        ShareEstimate.FromTally(tally, low, high, scale.Minimum, scale.Maximum, design);

    /// <summary>Valid answers of the whole wave; without a filter that is the population itself.</summary>
    private static long Everybody(byte[] values, int low, int high, long n, ReadOnlySpan<ulong> selection) =>
        selection.IsEmpty ? n : ValueTally.Of(values, [], []).CountBetween(low, high);
}
