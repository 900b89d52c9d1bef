using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>Years of which the fund published means but whose answers are not here.</summary>
public static class PublishedYear
{
    /// <summary>The figure as a measurement; what was not published is NaN and supports no claim.</summary>
    public static Measurement Measure(PublishedFigure figure)
    {
        var mean = Estimate(figure);
        return new(figure.Respondents ?? 0, 0, double.NaN)
        {
            IsPublished = true,
            Scale = figure.Scale,
            Mean = mean,
            Index = mean.Scaled(figure.Scale.Minimum, 100.0 / figure.Scale.Width),
        };
    }

    /// <summary>The questions of a published year: the wording of the nearest wave, on the scale published.</summary>
    /// <param name="figures">The year's figures.</param>
    /// <param name="nearest">Where the wording is taken from: the questionnaire of the wave nearest in time.</param>
    public static Questionnaire QuestionnaireOf(IEnumerable<PublishedFigure> figures, Questionnaire nearest)
    {
        var known = figures
            .Select(figure => (Figure: figure, Question: nearest.Find(figure.QuestionCode)))
            .OrderBy(pair => pair.Question?.Order ?? int.MaxValue)
            .ThenBy(pair => pair.Figure.QuestionCode, StringComparer.Ordinal);
        return new(known.Select((pair, index) => Question.Create(default, index + 1, Content(pair.Figure, pair.Question))));
    }

    private static QuestionContent Content(PublishedFigure figure, Question? question)
    {
        var content = question is { Kind: QuestionKind.Scale }
            ? question.Content()
            : new QuestionContent(figure.QuestionCode, QuestionKind.Scale, question?.Text ?? LocalizedText.Same(figure.QuestionCode));
        return content with { Scale = figure.Scale, AreaCode = question?.AreaCode, Condition = null };
    }

    private static Estimate Estimate(PublishedFigure figure)
    {
        var n = figure.Respondents ?? 0;
        var sd = figure.StandardDeviation ?? double.NaN;
        return new(n, figure.Mean, sd, n > 1 ? sd / Math.Sqrt(n) : double.NaN, n > 1 ? n - 1 : double.NaN);
    }
}
