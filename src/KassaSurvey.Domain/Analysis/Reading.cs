namespace KassaSurvey.Domain.Analysis;

/// <summary>Why a figure is hidden.</summary>
public enum SuppressionReason
{
    /// <summary>Too few answers stand behind it.</summary>
    TooFewAnswers = 1,

    /// <summary>It could be used to compute a figure of too few others: everybody's less this one's.</summary>
    WouldRevealOthers = 2,

    /// <summary>Fewer than thirty answered, and all the same: the figure would tell what each of them said.</summary>
    AnsweredAlike = 3,
}

/// <summary>What may be said about one figure. Pages, reports and exports get this and nothing behind it.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>The measurement when it may be shown, else null.</summary>
    public Measurement? Value => this is Reported reported ? reported.Measurement : null;

    /// <summary>The figure may be shown.</summary>
    /// <param name="Measurement">The figure with its precision.</param>
    public sealed record Reported(Measurement Measurement) : Reading;

    /// <summary>There is a figure, and it must not be shown; not even how many answers it has.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Suppressed(SuppressionReason Reason) : Reading;

    /// <summary>Nobody answered this: there is nothing to show or to hide.</summary>
    public sealed record NoData : Reading;
}
