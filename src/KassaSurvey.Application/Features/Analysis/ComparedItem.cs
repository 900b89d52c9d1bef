using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>One item measured in two waves and tested, before the family it belongs to is judged.</summary>
/// <param name="Code">The item.</param>
/// <param name="Current">The current wave.</param>
/// <param name="Previous">The compared wave.</param>
/// <param name="Test">The difference test; null when the two cannot be tested.</param>
internal sealed record ComparedItem(string Code, ComparedItem.Side Current, ComparedItem.Side Previous, DifferenceTest? Test)
{
    /// <summary>Tests independent waves.</summary>
    public static ComparedItem Independent(string code, Side current, Side previous) => new(
        code, current, previous,
        current is { Mean: { } now } && previous is { Mean: { } then } && current.Scale == previous.Scale ? DifferenceTest.Welch(now, then) : null);

    /// <summary>Judges a family: p-values adjusted together, then each item's verdict by the rule that pages and reports use.</summary>
    public static IReadOnlyList<ComparisonDocument.Item> Judge(
        IReadOnlyList<ComparedItem> family, PValueAdjustment adjustment, ChangeMargin margin)
    {
        var adjusted = adjustment.Adjust([.. family.Select(item => item.Test?.PValue ?? double.NaN)]);
        return [.. family.Select((item, place) => item.Judge(adjusted[place], margin))];
    }

    private ComparisonDocument.Item Judge(double adjustedP, ChangeMargin margin)
    {
        var both = Current.Mean is not null && Previous.Mean is not null;
        var width = margin.On(Current.Scale);
        EquivalenceTest? equivalence = Test is { } test && width > 0 ? EquivalenceTest.Of(test, width) : null;
        var effect = both && Test is not null ? EffectSize.Of(Current.Mean!.Value, Previous.Mean!.Value) : default(EffectSize?);
        return new(Code)
        {
            Scale = Current.Scale?.ToString(),
            Margin = Figures.Known(width),
            Current = Current.ToDocument(),
            Previous = Previous.ToDocument(),
            Difference = Figures.Known(Test?.Difference),
            IndexDifference = both ? Figures.Known(Current.Index - Previous.Index) : null,
            Se = Figures.Known(Test?.StandardError),
            Df = Figures.Known(Test?.DegreesOfFreedom),
            P = Figures.Known(Test?.PValue),
            PAdjusted = Figures.Known(adjustedP),
            Ci95 = Figures.Bounds(Test?.Interval()),
            EquivalenceP = Figures.Known(equivalence?.PValue),
            Verdict = !both ? null
                : Current.Scale != Previous.Scale ? Verdict.NotComparable
                : YearOverYear.Decide(Test?.Difference ?? double.NaN, adjustedP, equivalence?.PValue ?? double.NaN),
            CohenD = Figures.Known(effect?.CohenD),
            HedgesG = Figures.Known(effect?.HedgesG),
        };
    }

    /// <summary>The item in one wave.</summary>
    /// <param name="Mean">The mean on the scale; null when hidden or not asked.</param>
    /// <param name="Scale">The scale; null for a number without one.</param>
    /// <param name="Suppressed">Why the figure is hidden.</param>
    internal sealed record Side(Estimate? Mean, AnswerScale? Scale, SuppressionReason? Suppressed = null)
    {
        public double? Index => Mean is { } mean ? Scale?.ToIndex(mean.Value) : null;

        public static Side Of(Reading reading) => new(
            reading.Value?.Mean, reading.Value?.Scale, reading is Reading.Suppressed hidden ? hidden.Reason : null);

        public ComparisonDocument.Side ToDocument() => new(
            Suppressed is null ? Mean?.N ?? 0 : null,
            Figures.Known(Mean?.Value), Figures.Known(Mean?.StandardDeviation), Figures.Known(Mean?.StandardError), Suppressed);
    }
}
