using System.Collections.Immutable;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Sending;

/// <summary>A step of a plan.</summary>
/// <param name="DaysAfter">Days after the invitation; 0 for the invitation itself.</param>
/// <param name="Channels">The ways, the preferred first: a member gets the first that leads there.</param>
public sealed record SendingStep(int DaysAfter, ImmutableArray<ContactChannels> Channels)
{
    /// <inheritdoc />
    public bool Equals(SendingStep? other) => other is not null && DaysAfter == other.DaysAfter && Channels.SequenceEqual(other.Channels);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(DaysAfter, Channels.Length);
}

/// <summary>What staff settle about the sending of a wave.</summary>
/// <param name="Steps">The invitation, then the reminders.</param>
/// <param name="PerMinute">Messages a minute at most.</param>
/// <param name="From">First minute of the day in which messages go out.</param>
/// <param name="Until">First minute of quiet.</param>
public sealed record SendingPlanContent(ImmutableArray<SendingStep> Steps, int PerMinute, TimeOnly From, TimeOnly Until)
{
    /// <summary>A plan for a fund that has not made one: invitation, two reminders, office hours of a phone.</summary>
    public static SendingPlanContent Usual { get; } = new(
        [
            new(0, [ContactChannels.Email, ContactChannels.Sms, ContactChannels.Letter]),
            new(4, [ContactChannels.Email, ContactChannels.Sms]),
            new(9, [ContactChannels.Sms, ContactChannels.Email]),
        ],
        60, new(9, 0), new(20, 0));
}

/// <summary>How and when the members of a wave are asked.</summary>
public sealed class SendingPlan : IFundOwned
{
    /// <summary>Most messages a minute.</summary>
    public const int MostPerMinute = 6000;

    /// <summary>Last day on which a reminder can go out, counted from the invitation.</summary>
    public const int MostDays = 120;

    private static readonly TimeSpan ShortestDay = TimeSpan.FromHours(1);

    private SendingPlan()
    {
    }

    /// <summary>The wave; one plan each.</summary>
    public WaveId WaveId { get; private set; }

    /// <inheritdoc />
    public FundId FundId { get; private set; }

    /// <summary>The invitation, then the reminders.</summary>
    public ImmutableArray<SendingStep> Steps { get; private set; } = [];

    /// <summary>Messages a minute at most, over all senders.</summary>
    public int PerMinute { get; private set; }

    /// <summary>First minute of the day in which messages go out, in the fund's time zone.</summary>
    public TimeOnly SendFrom { get; private set; }

    /// <summary>First minute of quiet.</summary>
    public TimeOnly SendUntil { get; private set; }

    /// <summary>When the invitations were released, UTC; reminders count from it.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>The last step released; -1 before the invitation.</summary>
    public int LastStep { get; private set; } = -1;

    /// <summary>True while nothing goes out.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Grows with each change; guards against two people planning at once.</summary>
    public int Revision { get; private set; }

    /// <summary>A plan with the usual steps.</summary>
    public static SendingPlan Create(FundId fund, WaveId wave)
    {
        var plan = new SendingPlan { FundId = fund, WaveId = wave };
        plan.Take(SendingPlanContent.Usual);
        return plan;
    }

    /// <summary>What is settled now.</summary>
    public SendingPlanContent Content => new(Steps, PerMinute, SendFrom, SendUntil);

    /// <summary>Settles anew. Messages already planned keep their time.</summary>
    public Result Change(SendingPlanContent content)
    {
        var errors = Check(content);
        if (errors.Count > 0)
        {
            return Result.Failed(errors);
        }

        Take(content);
        Revision++;
        return Result.Done;
    }

    /// <summary>Records that a step's messages have been planned.</summary>
    public Result Release(int step, DateTime now)
    {
        if (step < 0 || step >= Steps.Length)
        {
            return SendingErrors.NoSuchStep;
        }

        if (step > LastStep + 1)
        {
            return SendingErrors.NotInTurn;
        }

        (StartedAt, LastStep) = (StartedAt ?? now, Math.Max(LastStep, step));
        Revision++;
        return Result.Done;
    }

    /// <summary>The next reminder, when its day has come; null otherwise.</summary>
    public int? DueReminder(DateTime now) =>
        StartedAt is { } started && !IsPaused && LastStep + 1 < Steps.Length && now >= started.AddDays(Steps[LastStep + 1].DaysAfter)
            ? LastStep + 1
            : null;

    /// <summary>Stops or goes on.</summary>
    public void Pause(bool isPaused)
    {
        IsPaused = isPaused;
        Revision++;
    }

    private static List<Error> Check(SendingPlanContent content)
    {
        var errors = new List<Error>();
        if (content.Steps.Any(step => step.Channels.IsDefaultOrEmpty))
        {
            errors.Add(SendingErrors.NoChannel);
        }

        if (content.Steps.IsDefaultOrEmpty || content.Steps[0].DaysAfter != 0 || content.Steps[^1].DaysAfter > MostDays
            || content.Steps.Zip(content.Steps.Skip(1)).Any(pair => pair.Second.DaysAfter <= pair.First.DaysAfter))
        {
            errors.Add(SendingErrors.BadDays);
        }

        if (content.PerMinute is < 1 or > MostPerMinute)
        {
            errors.Add(SendingErrors.BadRate(1, MostPerMinute));
        }

        if (content.Until <= content.From || content.Until - content.From < ShortestDay)
        {
            errors.Add(SendingErrors.BadHours);
        }

        return errors;
    }

    private void Take(SendingPlanContent content) => (Steps, PerMinute, SendFrom, SendUntil) = (content.Steps, content.PerMinute, content.From, content.Until);
}
