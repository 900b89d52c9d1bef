namespace KassaSurvey.Statistics.Descriptive;

/// <summary>
/// A telephone queue in a steady state: random arrivals, exponential handling times, nobody hangs up (Erlang 1917). A
/// planning aid: with callers who give up, waits are shorter than this. Formulas: docs/statistics/erlang-c.md.
/// </summary>
/// <param name="WaitProbability">Share of callers who wait at all, 0–1.</param>
/// <param name="ServiceLevel">Share answered within the target, 0–1.</param>
/// <param name="AverageWait">Mean wait of all callers, in seconds.</param>
/// <param name="Occupancy">Share of their time that agents are busy; 1 or more in an unstable queue.</param>
public readonly record struct ErlangC(double WaitProbability, double ServiceLevel, double AverageWait, double Occupancy)
{
    /// <summary>Computes a queue.</summary>
    /// <param name="load">Work offered in erlangs: calls per second × handling seconds.</param>
    /// <param name="agents">Agents at work, at least 1.</param>
    /// <param name="handleSeconds">Mean handling time.</param>
    /// <param name="targetSeconds">The promised waiting time.</param>
    /// <returns>With no more agents than erlangs the queue grows without end: everyone waits, level 0, wait infinite.</returns>
    /// <exception cref="ArgumentException">The load or target is negative, the handling time or number of agents not positive.</exception>
    public static ErlangC Of(double load, int agents, double handleSeconds, double targetSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(agents);
        if (!(load >= 0 && handleSeconds > 0 && targetSeconds >= 0) || !double.IsFinite(load))
        {
            throw new ArgumentException($"A queue of load {load}, handling {handleSeconds} s and target {targetSeconds} s is not possible.", nameof(load));
        }

        var occupancy = load / agents;
        if (agents <= load)
        {
            return new ErlangC(1, 0, double.PositiveInfinity, occupancy);
        }

        var blocking = Blocking(load, agents);
        var waiting = agents * blocking / (agents - (load * (1 - blocking)));
        var spare = agents - load;
        return new ErlangC(waiting, 1 - (waiting * Math.Exp(-spare * targetSeconds / handleSeconds)), waiting * handleSeconds / spare, occupancy);
    }

    /// <summary>Erlang B: the share of callers who find every agent busy where nobody waits, 0–1.</summary>
    /// <param name="load">As in <see cref="Of"/>.</param>
    /// <param name="agents">As in <see cref="Of"/>.</param>
    /// <exception cref="ArgumentException">The load is negative or not finite, or there is no agent.</exception>
    public static double Blocking(double load, int agents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(agents);
        if (!(load >= 0) || !double.IsFinite(load))
        {
            throw new ArgumentException($"A load of {load} is not possible.", nameof(load));
        }

        // By its recursion: the factorials of the textbook formula overflow from 171 agents on.
        var blocking = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            blocking = load * blocking / (k + (load * blocking));
        }

        return blocking;
    }

    /// <summary>The fewest agents that answer the wanted share within the target.</summary>
    /// <param name="load">As in <see cref="Of"/>.</param>
    /// <param name="handleSeconds">As in <see cref="Of"/>.</param>
    /// <param name="targetSeconds">As in <see cref="Of"/>.</param>
    /// <param name="share">Wanted share, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentException">As <see cref="Of"/>, or the share is not between 0 and 1.</exception>
    public static int AgentsNeeded(double load, double handleSeconds, double targetSeconds, double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        var agents = 1 + (int)Math.Max(0, Math.Floor(load));
        while (Of(load, agents, handleSeconds, targetSeconds).ServiceLevel < share)
        {
            agents++;
        }

        return agents;
    }
}
