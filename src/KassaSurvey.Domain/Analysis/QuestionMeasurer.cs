using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Measures one question over the rows of a population, and decides what may be shown. The only place that hides.</summary>
internal static class QuestionMeasurer
{
    /// <summary>Recommendation: 9-10 promote, 0-6 detract.</summary>
    private static readonly double[] RecommendationScores = [-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100];

    public static Reading Measure(Question question, ResponseColumns columns, PopulationCells cells, DisclosureRule rule)
    {
        switch (question.Kind)
        {
            case QuestionKind.Scale or QuestionKind.Recommendation when columns.Codes.TryGetValue(question.Code, out var ratings):
                return MeasureRating(question, columns, ratings, cells, rule);
            case QuestionKind.Single or QuestionKind.YesNo when columns.Codes.TryGetValue(question.Code, out var codes):
                return MeasureSingle(question, columns, codes, cells, rule);
            case QuestionKind.Multiple when columns.Choices.TryGetValue(question.Code, out var choices):
                return ChoiceMeasurer.Measure(question, columns, choices, cells, rule);
            case QuestionKind.Number when columns.Numbers.TryGetValue(question.Code, out var numbers):
                return MeasureNumber(columns, numbers, cells, rule);
            default:
                return new Reading.NoData();
        }
    }

    private static Reading MeasureRating(
        Question question, ResponseColumns columns, byte[] values, PopulationCells cells, DisclosureRule rule)
    {
        var scale = question.Scale!.Value;
        var tally = ValueTally.Of(values, columns.Weights, cells.Selection);
        var n = tally.CountBetween(scale.Minimum, scale.Maximum);
        if (cells.Hide(n, FigureAnswers.Of(values, scale.Minimum, scale.Maximum), rule) is { } hidden)
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
        Question question, ResponseColumns columns, byte[] values, PopulationCells cells, DisclosureRule rule)
    {
        var tally = ValueTally.Of(values, columns.Weights, cells.Selection);
        var n = tally.CountBetween(0, AnswerOption.MaximumNumber);
        if (cells.Hide(n, FigureAnswers.Of(values, 0, AnswerOption.MaximumNumber), rule) is { } hidden)
        {
            return hidden;
        }

        var options = OptionsOf(question).ToList();
        var shows = ChoiceMeasurer.ShowsOptions(n, [.. options.Select(option => tally.Count(option.Number))], cells, rule);
        return new Reading.Reported(WithCantSay(tally, n, tally.WeightBetween(0, AnswerOption.MaximumNumber)) with
        {
            Options = shows ? [.. options.Select(option => ShareOf(option.Code, tally, option.Number))] : [],
        });

        OptionShare ShareOf(string code, ValueTally tally, int number)
        {
            var share = ShareEstimate.FromTally(tally, number, number, 0, AnswerOption.MaximumNumber, columns.Count);
            return new(code, share.Value, ChoiceMeasurer.Interval(share, ShareEstimate.KishSize(tally, 0, AnswerOption.MaximumNumber)));
        }
    }

    private static Reading MeasureNumber(ResponseColumns columns, double[] numbers, PopulationCells cells, DisclosureRule rule)
    {
        var mean = MeanEstimate.FromValues(numbers, columns.Weights, cells.Selection, columns.Count);
        return cells.Hide(mean.N, FigureAnswers.Of(numbers), rule) ?? new Reading.Reported(new(mean.N, 0, 0) { Mean = mean });
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
}
