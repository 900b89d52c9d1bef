using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Disclosure;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;

namespace KassaSurvey.Domain.Tests.Analysis;

public sealed class GroupComparisonTests
{
    private static readonly Reading Hidden = new Reading.Suppressed(SuppressionReason.TooFewAnswers);

    [Fact]
    public void Difference_IsWelchsOfTheTwoGroups_AndTurnsWithThem()
    {
        var (high, low) = (Rated(6.2, 0.05, 400), Rated(5.8, 0.06, 300));
        var breakdown = Of(("OVERALL", [high, low, Hidden]), ("PHO", [low, high, Hidden]), ("STF", [high, high, Hidden]));

        var forth = GroupComparison.Of(breakdown, 0, 1, "OVERALL", 2.5);
        var back = GroupComparison.Of(breakdown, 1, 0, "OVERALL", 2.5);

        var expected = DifferenceTest.Welch(high.Value!.Mean!.Value, low.Value!.Mean!.Value);
        Assert.Equal(Verdict.Improved, forth.Figures[0].Difference!.Verdict);
        Assert.Equal(0.4, forth.Figures[0].Difference!.Delta!.Value, 12);
        Assert.Equal(expected.Interval(), forth.Figures[0].Difference!.Interval);
        Assert.Equal(Verdict.Declined, back.Figures[0].Difference!.Verdict);
        Assert.Equal([Verdict.Declined, Verdict.Unchanged], forth.Figures.Skip(1).Select(figure => figure.Difference!.Verdict));
    }

    [Fact]
    public void HiddenGroup_HasNoDifference()
    {
        var breakdown = Of(("OVERALL", [Rated(6.2, 0.05, 400), Hidden]));

        Assert.Null(Assert.Single(GroupComparison.Of(breakdown, 0, 1, "OVERALL", 2.5).Figures).Difference);
    }

    private static Breakdown Of(params (string Code, Reading[] Cells)[] figures) => new(
        new ReportingYear(2020), null,
        new SegmentGroups("age", [.. figures[0].Cells.Select((_, place) => new SegmentGroup(GroupKind.Category, $"g{place}", [$"g{place}"]))]),
        null,
        [.. figures.Select(figure => new BreakdownFigure(figure.Code, [.. figure.Cells.Select(cell => new BreakdownCell(cell, null))]))]);

    private static Reading.Reported Rated(double mean, double error, long n)
    {
        var estimate = new Estimate(n, mean, error * Math.Sqrt(n), error, n - 1);
        return new(new Measurement(n, 0, 0) { Scale = AnswerScale.OneToSeven, Mean = estimate, Index = estimate.Scaled(1, 100.0 / 6) });
    }
}
