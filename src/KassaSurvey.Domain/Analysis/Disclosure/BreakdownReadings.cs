using System.Collections.Immutable;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Analysis.Disclosure;

/// <summary>The overall grade and the areas of one wave by the groups of one segment, or of two crossed.</summary>
/// <param name="Figures">Readings by code (overall grade or area): groups in order; crossed, the second segment's groups within each of the first's.</param>
public sealed record BreakdownReadings(ImmutableDictionary<string, ImmutableArray<Reading>> Figures)
{
    /// <summary>Measures every group, and hides what could be computed of too few.</summary>
    /// <param name="questionnaire">The questions as asked.</param>
    /// <param name="columns">The answers.</param>
    /// <param name="first">Groups of the first segment.</param>
    /// <param name="second">Groups of the second segment, or null.</param>
    /// <param name="rule">How few are too few.</param>
    public static BreakdownReadings Of(
        Questionnaire questionnaire, ResponseColumns columns, SegmentGroups first, SegmentGroups? second, DisclosureRule rule)
    {
        var rows = first.Assign(columns);
        var inner = second?.Assign(columns) ?? new int[columns.Count];
        var width = second?.Groups.Length ?? 1;
        PopulationCells[] cells = [.. Enumerable.Range(0, first.Groups.Length * width).Select(cell => Select(rows, inner, cell / width, cell % width))];
        var figures = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Reading>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, ratings) in Measured(questionnaire, columns))
        {
            var counts = Count(Valid(ratings, questionnaire, columns), rows, inner, first.Groups.Length, width);
            var hidden = second is null ? HiddenOfList(counts, rule) : CellSuppression.OfTable(counts, rule);
            figures[code] =
            [
                .. cells.Select((cell, i) => counts[i / width, i % width] == 0 && !hidden[i / width, i % width] ? new Reading.NoData()
                    // One reason for all: to tell the small from those hidden to protect them would say too much.
                    : hidden[i / width, i % width] ? new Reading.Suppressed(SuppressionReason.WouldRevealOthers)
                    : code == Survey.OverallCode ? QuestionMeasurer.Measure(ratings[0], columns, cell, rule)
                    : AreaMeasurer.Measure(ratings, columns, cell, rule)),
            ];
        }

        return new(figures.ToImmutable());
    }

    /// <summary>The overall grade and the areas with their ratings.</summary>
    private static IEnumerable<(string Code, List<Question> Ratings)> Measured(Questionnaire questionnaire, ResponseColumns columns)
    {
        if (questionnaire.Find(Survey.OverallCode) is { IsRating: true } overall && columns.Codes.ContainsKey(overall.Code))
        {
            yield return (overall.Code, [overall]);
        }

        foreach (var area in WaveReadings.RatingsByArea(questionnaire))
        {
            yield return (area.Key, [.. area]);
        }
    }

    private static double[] Valid(List<Question> ratings, Questionnaire questionnaire, ResponseColumns columns)
    {
        var recipe = IndexRecipe.OfEqualWeights("area", ratings);
        return IndexMeasurer.Scores(recipe, IndexMeasurer.ItemsOf(recipe, questionnaire, columns), columns);
    }

    /// <summary>
    /// Answers by group as <see cref="FigureAnswers"/> counts them; a last row and column for responses of no group here, which can be
    /// computed as well.
    /// </summary>
    private static long[,] Count(double[] scores, int[] rows, int[] inner, int height, int width)
    {
        var counts = new long[height + 1, width + 1];
        var ranges = new (double Low, double High)[height + 1, width + 1];
        for (var i = 0; i < scores.Length; i++)
        {
            if (!double.IsNaN(scores[i]))
            {
                var (row, column) = (rows[i] < 0 ? height : rows[i], inner[i] < 0 ? width : inner[i]);
                var (low, high) = counts[row, column]++ == 0 ? (scores[i], scores[i]) : ranges[row, column];
                ranges[row, column] = (Math.Min(low, scores[i]), Math.Max(high, scores[i]));
            }
        }

        for (var i = 0; i < counts.Length; i++)
        {
            var (row, column) = (i / (width + 1), i % (width + 1));
            var (low, high) = ranges[row, column];
            counts[row, column] = FigureAnswers.Different(counts[row, column], high - low);
        }

        return counts;
    }

    private static bool[,] HiddenOfList(long[,] counts, DisclosureRule rule)
    {
        var list = CellSuppression.OfList([.. Enumerable.Range(0, counts.GetLength(0)).Select(row => counts[row, 0])], rule);
        var hidden = new bool[list.Length, 1];
        for (var row = 0; row < list.Length; row++)
        {
            hidden[row, 0] = list[row];
        }

        return hidden;
    }

    private static PopulationCells Select(int[] rows, int[] inner, int row, int column)
    {
        var selection = new ulong[(rows.Length + 63) / 64];
        for (var i = 0; i < rows.Length; i++)
        {
            selection[i >> 6] |= (rows[i] == row && inner[i] == column ? 1UL : 0UL) << (i & 63);
        }

        return new(selection);
    }
}
