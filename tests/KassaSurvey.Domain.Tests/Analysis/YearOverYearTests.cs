using FsCheck.Xunit;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Inference;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Domain.Tests.Analysis;

public class YearOverYearTests
{
    private const double Margin = Wave.DefaultMarginIndexPoints;

    [Theory]
    [InlineData(0.30, 0.001, 0.90, Verdict.Improved)]
    [InlineData(0.05, 0.001, 0.001, Verdict.SlightlyImproved)]
    [InlineData(0.01, 0.60, 0.001, Verdict.Unchanged)]
    [InlineData(-0.01, 0.60, 0.001, Verdict.Unchanged)]
    [InlineData(-0.05, 0.001, 0.001, Verdict.SlightlyDeclined)]
    [InlineData(-0.30, 0.001, 0.90, Verdict.Declined)]
    [InlineData(0.10, 0.30, 0.30, Verdict.Inconclusive)]
    [InlineData(0.10, 0.05, 0.05, Verdict.Inconclusive)]
    [InlineData(0.10, double.NaN, double.NaN, Verdict.Inconclusive)]
    [InlineData(0.30, 0.001, double.NaN, Verdict.Improved)]
    public void Decide_TwoTests_GiveTheVerdict(double difference, double adjustedP, double equivalenceP, Verdict verdict) =>
        Assert.Equal(verdict, YearOverYear.Decide(difference, adjustedP, equivalenceP));

    [Fact]
    public void Decide_TurnedRound_GivesTheMirroredVerdict()
    {
        double[] ps = [0.001, 0.049, 0.05, 0.5, double.NaN];
        Assert.All(
            from p in ps from q in ps from difference in new[] { 0.01, 0.2, 3 } select (p, q, difference),
            it => Assert.Equal(Mirror(YearOverYear.Decide(it.difference, it.p, it.q)), YearOverYear.Decide(-it.difference, it.p, it.q)));
    }

    [Property]
    public void Compare_SwappedYears_TurnsEveryChange(ulong seed)
    {
        var random = new SeededGenerator(seed);
        YearPair[] family = [.. Enumerable.Range(0, 1 + random.NextInt(8)).Select(_ => new YearPair(Any(random), Any(random)))];

        var forward = YearOverYear.Compare(family, Margin);
        var backward = YearOverYear.Compare([.. family.Select(pair => new YearPair(pair.Previous, pair.Current))], Margin);

        for (var i = 0; i < family.Length; i++)
        {
            Assert.Equal(Mirror(forward[i]!.Verdict), backward[i]!.Verdict);
            Assert.Equal(-forward[i]!.Delta!.Value, backward[i]!.Delta!.Value, 12);
            Assert.Equal(forward[i]!.AdjustedP!.Value, backward[i]!.AdjustedP!.Value, 10);
            Assert.Equal(-forward[i]!.Interval!.Value.Lower, backward[i]!.Interval!.Value.Upper, 10);
        }
    }

    [Fact]
    public void Compare_SameDifferenceAmongMoreFigures_NeedsMoreEvidence()
    {
        YearPair moved = new(Grade(6.00, 0.05), Grade(5.85, 0.05));
        YearPair still = new(Grade(6.00, 0.05), Grade(6.00, 0.05));

        var alone = YearOverYear.Compare([moved], Margin)[0]!;
        var among = YearOverYear.Compare([moved, .. Enumerable.Repeat(still, 5)], Margin)[0]!;

        Assert.Equal(Verdict.Improved, alone.Verdict);
        Assert.Equal(Verdict.Inconclusive, among.Verdict);
        Assert.Equal(alone.Test, among.Test);
        Assert.Equal(6 * alone.AdjustedP!.Value, among.AdjustedP!.Value, 12);
    }

    [Fact]
    public void Compare_FigureWithoutBothYears_GetsNoChangeAndDoesNotCount()
    {
        YearPair moved = new(Grade(6.00, 0.05), Grade(5.85, 0.05));

        var changes = YearOverYear.Compare([new(null, Grade(6, 0.05)), moved, new(Grade(6, 0.05), null)], Margin);

        Assert.Null(changes[0]);
        Assert.Null(changes[2]);
        Assert.Equal(YearOverYear.Compare([moved], Margin)[0]!.AdjustedP, changes[1]!.AdjustedP);
    }

    [Fact]
    public void Compare_YearOfUnknownPrecision_ShowsTheDifferenceAndClaimsNothing()
    {
        var change = YearOverYear.Compare([new(Grade(6.9, 0.01), Grade(2.0, double.NaN))], Margin)[0]!;

        Assert.Equal(Verdict.Inconclusive, change.Verdict);
        Assert.Equal(4.9, change.Delta!.Value, 12);
        Assert.Null(change.Interval);
        Assert.Null(change.Test);
        Assert.Null(change.AdjustedP);
        Assert.False(change.IsSure);
    }

    [Fact]
    public void Compare_ScaleChanged_GivesIndexPointsOnly()
    {
        var change = YearOverYear.Compare([new(Grade(5.5, 0.03, new(1, 6)), Grade(6.4, 0.03))], Margin)[0]!;

        Assert.Equal(Verdict.NotComparable, change.Verdict);
        Assert.Null(change.Delta);
        Assert.Null(change.Interval);
        Assert.Equal(0, change.IndexDelta!.Value, 10);
    }

    [Theory]
    [InlineData(0.05, 0.01, Verdict.SlightlyImproved)]
    [InlineData(0.01, 0.02, Verdict.Unchanged)]
    [InlineData(0.10, 0.08, Verdict.Inconclusive)]
    [InlineData(-0.40, 0.05, Verdict.Declined)]
    public void Compare_OnOneToSeven_JudgesByAMarginOfFifteenHundredths(double difference, double standardError, Verdict verdict)
    {
        var half = standardError / Math.Sqrt(2);

        var change = YearOverYear.Compare([new(Grade(5 + difference, half), Grade(5, half))], Margin)[0]!;

        Assert.Equal(verdict, change.Verdict);
        Assert.Equal(0.15, change.Margin, 12);
    }

    private static Verdict Mirror(Verdict verdict) => verdict switch
    {
        Verdict.Improved => Verdict.Declined,
        Verdict.SlightlyImproved => Verdict.SlightlyDeclined,
        Verdict.SlightlyDeclined => Verdict.SlightlyImproved,
        Verdict.Declined => Verdict.Improved,
        _ => verdict,
    };

    private static Measurement Any(SeededGenerator random) => Grade(4 + random.NextInt(30) / 10.0, 0.01 + random.NextDouble() / 10);

    private static Measurement Grade(double mean, double standardError, AnswerScale? scale = null)
    {
        var measured = scale ?? AnswerScale.OneToSeven;
        var estimate = new Estimate(1_000, mean, standardError * Math.Sqrt(1_000), standardError, 999);
        return new(1_000, 0, 0) { Scale = measured, Mean = estimate, Index = estimate.Scaled(measured.Minimum, 100.0 / measured.Width) };
    }
}
