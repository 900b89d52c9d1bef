using Perfolizer.Horology;

namespace KassaSurvey.Benchmarks;

/// <summary>Processor time of this process instead of time on the wall: other work on the machine must not count, and a second core must not hide anything.</summary>
public sealed class ProcessorClock : IClock
{
    /// <inheritdoc />
    public string Title => "Processor time";

    /// <inheritdoc />
    public bool IsAvailable => true;

    /// <inheritdoc />
    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    /// <inheritdoc />
    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
