using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Sampling;

/// <summary>How much the overall grade varied in a past wave, in all and in each stratum: what a planned sample is judged by.</summary>
public sealed record PastDeviations
{
    /// <summary>The deviation assumed when no wave has been measured: 22 index points (1.3 on 1-7), as such surveys have it.</summary>
    public const double Assumed = 22;

    private readonly Dictionary<string, double> _strata;

    private PastDeviations(double overall, int? year, Dictionary<string, double> strata) => (Overall, Year, _strata) = (overall, year, strata);

    /// <summary>Standard deviation of the overall grade, in index points.</summary>
    public double Overall { get; }

    /// <summary>The wave it comes from; null = <see cref="Assumed"/>.</summary>
    public int? Year { get; }

    /// <summary>Nothing has been measured.</summary>
    public static PastDeviations None { get; } = new(Assumed, null, new(StringComparer.Ordinal));

    /// <summary>Standard deviation in a stratum, in index points; that of all where the stratum had too few answers to be told apart.</summary>
    public double Of(string stratum) => _strata.GetValueOrDefault(stratum, Overall);

    /// <summary>Reads them from a wave.</summary>
    /// <param name="year">The wave's year.</param>
    /// <param name="questionnaire">Its questions.</param>
    /// <param name="columns">Its answers.</param>
    /// <param name="variables">The variables that strata are made of.</param>
    /// <param name="rule">A stratum below the minimum cell is not told apart.</param>
    public static PastDeviations Read(
        int year, Questionnaire questionnaire, ResponseColumns columns, IReadOnlyList<string> variables, DisclosureRule rule)
    {
        if (questionnaire.Find(Survey.OverallCode) is not { Scale: { } scale } || !columns.Codes.TryGetValue(Survey.OverallCode, out var grades))
        {
            return None;
        }

        var all = Deviation(ValueTally.Of(grades, [], []), scale, rule);
        if (all is not { } overall)
        {
            return None;
        }

        var strata = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, counts) in Counts(grades, [.. variables.Select(variable => columns.Segments.GetValueOrDefault(variable))]))
        {
            if (Deviation(ValueTally.FromCounts(counts), scale, rule) is { } deviation)
            {
                strata.Add(name, deviation);
            }
        }

        return new(overall, year, strata);
    }

    private static double? Deviation(ValueTally tally, AnswerScale scale, DisclosureRule rule)
    {
        var estimate = MeanEstimate.FromTally(tally, scale.Minimum, scale.Maximum, 0);
        return estimate.N < rule.FewestShown || !double.IsFinite(estimate.StandardDeviation) ? null : estimate.StandardDeviation * 100 / scale.Width;
    }

    /// <summary>How often each grade was given in each stratum; none when the wave lacks one of the variables.</summary>
    private static Dictionary<string, long[]> Counts(byte[] grades, SegmentColumn?[] segments)
    {
        var counts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        if (segments.Length == 0 || Array.Exists(segments, segment => segment is null))
        {
            return counts;
        }

        for (var i = 0; i < grades.Length; i++)
        {
            var name = string.Join(SampleDesign.Joint, segments.Select(segment => Category(segment!, i)));
            if (!counts.TryGetValue(name, out var tally))
            {
                counts.Add(name, tally = new long[ValueTally.Size]);
            }

            tally[grades[i]]++;
        }

        return counts;
    }

    private static string Category(SegmentColumn segment, int row) =>
        segment.Codes[row] < segment.Categories.Length ? segment.Categories[segment.Codes[row]] : "";
}
