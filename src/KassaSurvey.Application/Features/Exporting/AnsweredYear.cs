using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Exporting;

/// <summary>A closed year's answers.</summary>
/// <param name="Year">The year.</param>
/// <param name="Questions">What was asked.</param>
/// <param name="Columns">What was answered.</param>
/// <param name="Rule">How few may stand together.</param>
internal sealed record AnsweredYear(ReportingYear Year, IReadOnlyList<Question> Questions, ResponseColumns Columns, DisclosureRule Rule)
{
    private readonly Lazy<CoarseSegments> _segments = new(() => CoarseSegments.Of(Columns, WeightGroups(Columns, Rule), Rule.FewestShown));

    /// <summary>The segments as they may leave the house; worked out when first asked for.</summary>
    public CoarseSegments Segments => _segments.Value;

    /// <summary>True when weights can be handed out: none leads to a few.</summary>
    public bool MayGiveWeights { get; } = Reports.ResponseValues.MayGiveWeights(Columns, Rule);

    // A weight tells the group it was worked out for: it belongs to the combination that must not be rare.
    private static int[] WeightGroups(ResponseColumns columns, DisclosureRule rule)
    {
        if (!Reports.ResponseValues.MayGiveWeights(columns, rule))
        {
            return [];
        }

        var numbers = new Dictionary<double, int>();
        return [.. columns.Weights.Select(weight => numbers.TryGetValue(Math.Round(weight, 6), out var known) ? known : numbers[Math.Round(weight, 6)] = numbers.Count)];
    }
}
