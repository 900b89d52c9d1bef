using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Analysis;

/// <summary>One figure in two years, to be compared.</summary>
/// <param name="Current">This year.</param>
/// <param name="Previous">The compared year.</param>
/// <param name="Change">How the question stands to itself in the compared year.</param>
public readonly record struct YearPair(Measurement? Current, Measurement? Previous, QuestionChange Change = QuestionChange.Same)
{
    /// <summary>Half-width of "unchanged" in the figure's own unit, for a figure on no answer scale.</summary>
    public double? Margin { get; init; }

    /// <summary>True when the two may be compared on their own scale.</summary>
    public bool IsComparable => Change is QuestionChange.Same or QuestionChange.SmallEdit;
}

/// <summary>Compares families of figures between two years and gives each its verdict (statistics: comparing waves).</summary>
public static class YearOverYear
{
    /// <summary>Level of the difference and the equivalence test.</summary>
    public const double Alpha = 0.05;

    /// <summary>
    /// Compares one family: its p-values are adjusted together. Headlines by Holm, so that a claim anywhere in the family is false
    /// in at most 5 % of reports without any true change; explored breakdowns by Benjamini and Hochberg.
    /// </summary>
    /// <param name="family">The figures; one without both years gets no change and is not counted.</param>
    /// <param name="marginIndexPoints">Half-width of "unchanged", in index points.</param>
    /// <param name="kind">What the family is for.</param>
    /// <returns>One entry per figure, null where a year is missing or hidden.</returns>
    public static Change?[] Compare(
        IReadOnlyList<YearPair> family, double marginIndexPoints, ComparisonFamily kind = ComparisonFamily.Headline)
    {
        var tests = new DifferenceTest?[family.Count];
        var p = new double[family.Count];
        for (var i = 0; i < family.Count; i++)
        {
            tests[i] = Test(family[i]);
            p[i] = tests[i]?.PValue ?? double.NaN;
        }

        var adjusted = kind == ComparisonFamily.Headline ? MultipleTesting.Holm(p) : MultipleTesting.BenjaminiHochberg(p);
        var changes = new Change?[family.Count];
        for (var i = 0; i < family.Count; i++)
        {
            changes[i] = Judge(family[i], tests[i], adjusted[i], marginIndexPoints);
        }

        return changes;
    }

    /// <summary>The verdict of the two tests (statistics: saying "unchanged" honestly).</summary>
    /// <param name="difference">Current less previous, any unit.</param>
    /// <param name="adjustedP">P-value of the difference test, adjusted; NaN = not testable.</param>
    /// <param name="equivalenceP">P-value of the equivalence test; NaN = not testable.</param>
    public static Verdict Decide(double difference, double adjustedP, double equivalenceP)
    {
        var differs = adjustedP < Alpha;
        var equivalent = equivalenceP < Alpha;
        return (differs, equivalent, difference > 0) switch
        {
            (true, false, true) => Verdict.Improved,
            (true, false, false) => Verdict.Declined,
            (true, true, true) => Verdict.SlightlyImproved,
            (true, true, false) => Verdict.SlightlyDeclined,
            (false, true, _) => Verdict.Unchanged,
            _ => Verdict.Inconclusive,
        };
    }

    private static DifferenceTest? Test(YearPair pair)
    {
        if (pair is not { Current.Mean: { } current, Previous.Mean: { } previous, IsComparable: true } || pair.Current.Scale != pair.Previous.Scale)
        {
            return null;
        }

        var test = DifferenceTest.Welch(current, previous);
        return double.IsNaN(test.PValue) ? null : test;
    }

    private static Change? Judge(YearPair pair, DifferenceTest? test, double adjustedP, double marginIndexPoints)
    {
        if (pair is not { Current.Mean: { } current, Previous.Mean: { } previous })
        {
            return null;
        }

        var scale = pair.Current.Scale;
        var margin = pair.Margin ?? scale?.FromIndexPoints(marginIndexPoints) ?? double.NaN;
        double? indexDelta = pair.Current.Index is { } now && pair.Previous.Index is { } then ? now.Value - then.Value : null;
        if (pair.Change == QuestionChange.Different)
        {
            return new(Verdict.NotComparable, margin);
        }

        if (scale != pair.Previous.Scale || !pair.IsComparable)
        {
            return new(Verdict.NotComparable, margin) { IndexDelta = indexDelta };
        }

        var delta = current.Value - previous.Value;
        if (test is not { } difference)
        {
            return new(Verdict.Inconclusive, margin) { Delta = delta, IndexDelta = indexDelta };
        }

        EquivalenceTest? equivalence = double.IsNaN(margin) ? null : EquivalenceTest.Of(difference, margin);
        return new(Decide(delta, adjustedP, equivalence?.PValue ?? double.NaN), margin)
        {
            Delta = delta,
            IndexDelta = indexDelta,
            Interval = difference.Interval(),
            Test = difference,
            AdjustedP = adjustedP,
            Equivalence = equivalence,
        };
    }
}
