using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Statistics.Design;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>Makes weights that agree with the population's margins.</summary>
internal static class RespondentWeights
{
    // Shares that were rounded one by one add up to a little more or less than 1.
    private const double LargestShareTotal = 1.01;

    /// <summary>Weighs respondents.</summary>
    /// <param name="source">What the document calls them.</param>
    /// <param name="margins">At least one.</param>
    /// <param name="respondents">The categories of each margin's variable, one a respondent.</param>
    /// <param name="baseWeights">One a respondent.</param>
    /// <param name="trim">Bounds.</param>
    /// <param name="rule">What must stay hidden; null for a file.</param>
    public static Result<WeightingDocument> Weigh(
        string source, IReadOnlyList<PopulationMargin> margins, IReadOnlyList<string[]> respondents, double[] baseWeights, WeightTrim trim, DisclosureRule? rule)
    {
        List<CategorySums> sums = [.. margins.Zip(respondents, (margin, categories) => CategorySums.Of(margin, categories, baseWeights))];
        var errors = sums.SelectMany(variable => variable.Check()).ToList();
        if (errors.Count > 0)
        {
            return Result<WeightingDocument>.Failed(errors);
        }

        List<CalibrationMargin> calibration = [.. sums.Select(variable => new CalibrationMargin(variable.Places, variable.Margin.Totals))];
        var result = TrimmedRaking.Run(baseWeights, calibration, trim.Low, trim.High);
        var isShares = calibration[0].Total <= LargestShareTotal;
        var scale = isShares ? baseWeights.Length / calibration[0].Total : 1;
        double[] weights = [.. result.Weights.Select(weight => weight * scale)];
        var sum = weights.Sum();
        return new WeightingDocument
        {
            Source = source,
            Method = margins.Count == 1 ? WeightingMethod.PostStratification : WeightingMethod.Raking,
            Respondents = weights.Length,
            Converged = result.Outcome == WeightingOutcome.Converged,
            Rounds = result.Iterations,
            LargestDeviation = result.LargestDeviation,
            TrimLow = trim.Low > 0 ? trim.Low : null,
            TrimHigh = double.IsFinite(trim.High) ? trim.High : null,
            Sum = sum,
            Mean = sum / weights.Length,
            Smallest = weights.Min(),
            Largest = weights.Max(),
            KishDesignEffect = DesignEffect.Kish(weights),
            EffectiveSize = DesignEffect.EffectiveSize(weights),
            Margins = [.. sums.SelectMany(variable => variable.Describe(weights, rule))],
            Warnings = [.. Warnings(result, margins, calibration, baseWeights)],
            Weights = weights,
        };
    }

    private static IEnumerable<Error> Warnings(
        WeightingResult result, IReadOnlyList<PopulationMargin> margins, List<CalibrationMargin> calibration, double[] baseWeights)
    {
        if (result.TotalsDiffered)
        {
            yield return AnalysisErrors.TotalsDiffer(margins[0].Variable);
        }

        if (result.Outcome != WeightingOutcome.Converged)
        {
            yield return AnalysisErrors.NotReproduced(result.LargestDeviation);
        }

        for (var place = 0; place < margins.Count; place++)
        {
            var merge = PostStratification.CellsToMerge(baseWeights, calibration[place]);
            foreach (var category in Enumerable.Range(0, merge.Length).Where(category => merge[category]))
            {
                yield return AnalysisErrors.MergeCategory(margins[place].Variable, CategorySums.NameOf(margins[place].Categories[category]));
            }
        }
    }
}
