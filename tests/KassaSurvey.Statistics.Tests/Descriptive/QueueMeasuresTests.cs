using FsCheck.Xunit;
using KassaSurvey.Statistics.Descriptive;
using KassaSurvey.Statistics.Random;
using KassaSurvey.Statistics.Tests.Reference;

namespace KassaSurvey.Statistics.Tests.Descriptive;

public class QueueMeasuresTests
{
    [Fact]
    public void Of_FiveCalls_CountsThem()
    {
        // Answered after 10, 20 and 60 s; one gave up after 5, one after 90 s.
        var queue = QueueMeasures.Of([10, 20, 60, 5, 90], [false, false, false, true, true], 20);

        Assert.Equal((5, 3, 2, 1), (queue.Offered, queue.Answered, queue.Abandoned, queue.ShortAbandoned));
        Close.To(2.0 / 3, queue.LevelOfAnswered);
        Close.To(2.0 / 5, queue.LevelOfOffered);
        Close.To(2.0 / 4, queue.LevelWithoutShort);
        Close.To(30, queue.AverageWait);
        Close.To(0.4, queue.AbandonmentRate);
    }

    [Property]
    public void Of_PartsAdded_AreTheWhole(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] waits = [.. Enumerable.Range(0, 50).Select(_ => (double)generator.NextInt(100))];
        bool[] abandoned = [.. waits.Select(_ => generator.NextInt(5) == 0)];

        var parts = QueueMeasures.Of(waits.AsSpan(0, 20), abandoned.AsSpan(0, 20), 20) + QueueMeasures.Of(waits.AsSpan(20), abandoned.AsSpan(20), 20);

        Assert.Equal(QueueMeasures.Of(waits, abandoned, 20), parts);
        Assert.Equal(QueueMeasures.Of([.. waits.Reverse()], [.. abandoned.Reverse()], 20), parts);
    }

    [Fact]
    public void Of_BadInput_HasADefinedOutcome()
    {
        var none = QueueMeasures.Of([], [], 20);
        Assert.True(double.IsNaN(none.LevelOfOffered) && double.IsNaN(none.AverageWait) && double.IsNaN(none.AbandonmentRate));
        var lost = QueueMeasures.Of([3], [true], 20);
        Assert.True(double.IsNaN(lost.LevelOfAnswered) && double.IsNaN(lost.LevelWithoutShort));
        Assert.Equal((0, 1), (lost.LevelOfOffered, lost.AbandonmentRate));
        Assert.Throws<ArgumentException>(() => QueueMeasures.Of([1], [], 20));
        Assert.Throws<ArgumentException>(() => QueueMeasures.Of([-1], [false], 20));
        Assert.Throws<ArgumentException>(() => QueueMeasures.Of([double.NaN], [false], 20));
        Assert.Throws<ArgumentException>(() => QueueMeasures.Of([double.PositiveInfinity], [true], 20));
    }
}
