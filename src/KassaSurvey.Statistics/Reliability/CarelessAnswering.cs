using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Statistics.Reliability;

/// <summary>
/// Signs that one person did not read the questions. A sign alone proves nothing: everything on 7 is a fair answer.
/// R: package <c>careless</c>. Formulas: docs/statistics/careless-answering.md.
/// </summary>
public static class CarelessAnswering
{
    /// <summary>A straight line counts from this many answers.</summary>
    public const int FewestAnswers = 8;

    /// <summary>The longest run of equal answers. R: <c>careless::longstring</c>.</summary>
    /// <param name="answers">One person's answers in the order shown; NaN = no answer, skipped over.</param>
    /// <returns>0 without an answer.</returns>
    public static int LongestRun(ReadOnlySpan<double> answers)
    {
        Runs(answers, out var longest, out _, out _);
        return longest;
    }

    /// <summary>The mean length of runs of equal answers. R: <c>careless::longstring(avg = TRUE)</c>.</summary>
    /// <param name="answers">As in <see cref="LongestRun"/>.</param>
    /// <returns>NaN without an answer.</returns>
    public static double AverageRun(ReadOnlySpan<double> answers)
    {
        Runs(answers, out _, out var runs, out var count);
        return (double)count / runs;
    }

    /// <summary>The standard deviation of one person's answers (intra-individual response variability). R: <c>careless::irv</c>.</summary>
    /// <param name="answers">As in <see cref="LongestRun"/>.</param>
    /// <returns>NaN below two answers.</returns>
    public static double Variability(ReadOnlySpan<double> answers) => MeanEstimate.FromValues(answers, [], [], answers.Length).StandardDeviation;

    /// <summary>Whether all answers are equal and there are at least <see cref="FewestAnswers"/>.</summary>
    /// <param name="answers">As in <see cref="LongestRun"/>.</param>
    public static bool IsStraightLine(ReadOnlySpan<double> answers)
    {
        Runs(answers, out _, out var runs, out var count);
        return runs == 1 && count >= FewestAnswers;
    }

    /// <summary>Whether a person was quicker than a third of the median on the same path, or than a second per item.</summary>
    /// <param name="seconds">The person's duration.</param>
    /// <param name="medianSeconds">The median of everyone who was shown as many items; NaN = unknown, then only the second rule holds.</param>
    /// <param name="items">Items shown.</param>
    /// <returns>False when the duration is NaN.</returns>
    public static bool IsSpeeding(double seconds, double medianSeconds, int items) => seconds < medianSeconds / 3 || seconds < items;

    private static void Runs(ReadOnlySpan<double> answers, out int longest, out int runs, out int count)
    {
        longest = 0;
        runs = 0;
        count = 0;
        var length = 0;
        var last = double.NaN;
        foreach (var answer in answers)
        {
            if (double.IsNaN(answer))
            {
                continue;
            }

            length = answer.Equals(last) ? length + 1 : 1;
            runs += length == 1 ? 1 : 0;
            count++;
            longest = Math.Max(longest, length);
            last = answer;
        }
    }
}
