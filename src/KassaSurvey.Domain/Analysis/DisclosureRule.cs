namespace KassaSurvey.Domain.Analysis;

/// <summary>How few answers may stand behind a figure. Settings can only raise the floors (statistics: minimum cells).</summary>
/// <param name="MinimumCell">Fewest valid answers behind a mean, share or index.</param>
public readonly record struct DisclosureRule(int MinimumCell)
{
    /// <summary>The product's floor for any statistic.</summary>
    public const int Floor = 5;

    /// <summary>The floor for a full distribution.</summary>
    public const int DistributionFloor = 10;

    /// <summary>The floor for open text.</summary>
    public const int TextFloor = 10;

    /// <summary>Below this an interval is shown and the figure marked "few answers".</summary>
    public const int FewAnswers = 30;

    /// <summary>The highest minimum that a fund can set: above it a wave of some hundred answers would show next to nothing, for good.</summary>
    public const int Highest = 100;

    /// <summary>The product's floor.</summary>
    public static DisclosureRule Default => new(Floor);

    /// <summary>The fewest answers that may be shown: of more than this, nobody need count further.</summary>
    public int FewestShown => Math.Max(MinimumCell, Floor);

    /// <summary>True when a cell with this many valid answers must be hidden; an empty cell has nothing to hide.</summary>
    public bool Hides(long answers) => answers > 0 && answers < FewestShown;

    /// <summary>True when a full distribution may be shown.</summary>
    public bool ShowsDistribution(long answers) => answers >= Math.Max(MinimumCell, DistributionFloor);
}
