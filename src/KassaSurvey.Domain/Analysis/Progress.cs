using KassaSurvey.Domain.Primitives;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>How a figure has moved up to its last year: rises or falls in a row, and whether the last rise is the largest for long.</summary>
/// <remarks>
/// Comparable years only: a change of scale, a year without a figure and an equal year each end a row. Nothing is claimed that chance
/// explains: a row's whole movement, and a largest improvement itself, must be beyond chance (Welch).
/// </remarks>
/// <param name="Rises">Rises in a row up to the last year; 0 below two, or when their whole movement may be chance.</param>
/// <param name="Falls">Falls in a row, likewise.</param>
/// <param name="IsLargestImprovement">The last improvement is larger than every earlier one, of at least two.</param>
/// <param name="LargestSince">The latest earlier year that improved at least as much; null when there is none or the last change is no sure rise.</param>
public sealed record Progress(int Rises, int Falls, bool IsLargestImprovement, ReportingYear? LargestSince)
{
    /// <summary>The progress up to the last point of a history, or null when there is no comparable year right before it.</summary>
    /// <param name="history">Points by year, the judged year last.</param>
    public static Progress? Of(IReadOnlyList<TrendPoint> history)
    {
        if (history.Count < 2 || Step(history, history.Count - 1) is not { } last)
        {
            return null;
        }

        var row = 0;
        while (Step(history, history.Count - 1 - row) is { } step && last != 0 && Math.Sign(step) == Math.Sign(last))
        {
            row++;
        }

        var isClaimed = row > 1 && IsBeyondChance(history[^1], history[^(row + 1)]);
        var (isLargest, since) = last > 0 && IsBeyondChance(history[^1], history[^2]) ? Largest(history, last) : (false, null);
        return new(isClaimed && last > 0 ? row : 0, isClaimed && last < 0 ? row : 0, isLargest, since);
    }

    private static (bool IsLargest, ReportingYear? Since) Largest(IReadOnlyList<TrendPoint> history, double last)
    {
        var earlier = 0;
        for (var i = history.Count - 2; i > 0; i--)
        {
            if (Step(history, i) is not { } step)
            {
                continue;
            }

            earlier++;
            if (step >= last)
            {
                // "Since the year before" says nothing.
                return (false, earlier > 1 ? history[i].Year : null);
            }
        }

        return (earlier > 1, null);
    }

    /// <summary>The change at a point since the year right before it; null when that one is missing or not comparable.</summary>
    private static double? Step(IReadOnlyList<TrendPoint> history, int place) =>
        place > 0 && !history[place].BreaksBefore && history[place].Scale == history[place - 1].Scale
        && history[place].Year.Value == history[place - 1].Year.Value + 1
            ? history[place].Mean.Value - history[place - 1].Mean.Value
            : null;

    private static bool IsBeyondChance(TrendPoint now, TrendPoint then) => DifferenceTest.Welch(now.Mean, then.Mean).PValue < YearOverYear.Alpha;
}
