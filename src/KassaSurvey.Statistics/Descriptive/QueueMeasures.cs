namespace KassaSurvey.Statistics.Descriptive;

/// <summary>
/// What happened in a telephone queue: counts, from which every rate follows. Add counts of intervals, never average their
/// rates. Formulas: docs/statistics/queue-measures.md.
/// </summary>
/// <param name="Answered">Calls answered.</param>
/// <param name="AnsweredInTime">Of these, within the target.</param>
/// <param name="Abandoned">Callers who hung up while waiting.</param>
/// <param name="ShortAbandoned">Of these, within the short limit: wrong numbers and second thoughts.</param>
/// <param name="AnsweredWait">Seconds waited by all answered callers together.</param>
public readonly record struct QueueMeasures(long Answered, long AnsweredInTime, long Abandoned, long ShortAbandoned, double AnsweredWait)
{
    /// <summary>A caller who hangs up within so many seconds is not held against the queue.</summary>
    public const double DefaultShortSeconds = 5;

    /// <summary>All calls: answered and abandoned.</summary>
    public long Offered => Answered + Abandoned;

    /// <summary>Share answered in time of the answered: flatters a queue in which people give up. NaN without one.</summary>
    public double LevelOfAnswered => (double)AnsweredInTime / Answered;

    /// <summary>Share answered in time of all calls. NaN without one.</summary>
    public double LevelOfOffered => (double)AnsweredInTime / Offered;

    /// <summary>Share answered in time of all calls but short abandons: the default. NaN without one.</summary>
    public double LevelWithoutShort => (double)AnsweredInTime / (Offered - ShortAbandoned);

    /// <summary>Mean wait of the answered (ASA), in seconds. NaN without one.</summary>
    public double AverageWait => AnsweredWait / Answered;

    /// <summary>Share of all calls abandoned, short ones included. NaN without a call.</summary>
    public double AbandonmentRate => (double)Abandoned / Offered;

    /// <summary>Counts calls.</summary>
    /// <param name="waitSeconds">Wait of each call until answered or abandoned; not negative.</param>
    /// <param name="abandoned">Whether each call was abandoned.</param>
    /// <param name="targetSeconds">The promised wait; a call answered exactly then is in time.</param>
    /// <param name="shortSeconds">Abandons up to this wait are short.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a wait is negative or not finite.</exception>
    public static QueueMeasures Of(
        ReadOnlySpan<double> waitSeconds, ReadOnlySpan<bool> abandoned, double targetSeconds, double shortSeconds = DefaultShortSeconds)
    {
        if (waitSeconds.Length != abandoned.Length)
        {
            throw new ArgumentException($"{abandoned.Length} outcomes for {waitSeconds.Length} waits.", nameof(abandoned));
        }

        var sum = default(QueueMeasures);
        for (var i = 0; i < waitSeconds.Length; i++)
        {
            var wait = waitSeconds[i];
            if (!(wait >= 0) || double.IsInfinity(wait))
            {
                throw new ArgumentException($"A wait of {wait} seconds is not possible.", nameof(waitSeconds));
            }

            sum += abandoned[i]
                ? new QueueMeasures(0, 0, 1, wait <= shortSeconds ? 1 : 0, 0)
                : new QueueMeasures(1, wait <= targetSeconds ? 1 : 0, 0, 0, wait);
        }

        return sum;
    }

    /// <summary>Two intervals or queues together.</summary>
    public static QueueMeasures operator +(QueueMeasures a, QueueMeasures b) => new(
        a.Answered + b.Answered,
        a.AnsweredInTime + b.AnsweredInTime,
        a.Abandoned + b.Abandoned,
        a.ShortAbandoned + b.ShortAbandoned,
        a.AnsweredWait + b.AnsweredWait);

    /// <summary>The sum, by name.</summary>
    public static QueueMeasures Add(QueueMeasures left, QueueMeasures right) => left + right;
}
