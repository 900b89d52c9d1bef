namespace KassaSurvey.Domain.Dashboards;

/// <summary>What a public link can show. Comments are not among it and never will be.</summary>
[Flags]
public enum PublicBlocks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The figures at a glance.</summary>
    Tiles = 1,

    /// <summary>Areas with their changes.</summary>
    Areas = 2,

    /// <summary>The years.</summary>
    Trend = 4,

    /// <summary>What members want developed.</summary>
    Develop = 8,

    /// <summary>Everything that can be shown.</summary>
    All = Tiles | Areas | Trend | Develop,
}
