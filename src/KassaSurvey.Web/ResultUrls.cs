using KassaSurvey.Web.Components.Dashboards;

namespace KassaSurvey.Web;

/// <summary>Addresses of the pages of results behind the overview. Year, comparison and population go along from page to page.</summary>
public static class ResultUrls
{
    /// <summary>Areas by group of members.</summary>
    public const string GroupsPage = "/groups";

    /// <summary>What to fix first.</summary>
    public const string PrioritiesPage = "/priorities";

    /// <summary>Names the segment that makes the columns.</summary>
    public const string ByParameter = "by";

    /// <summary>Names the segment that is crossed with it.</summary>
    public const string WithParameter = "with";

    /// <summary>Names the column that orders the rows, counted from 1.</summary>
    public const string SortParameter = "sort";

    /// <summary>Names the question to be explained.</summary>
    public const string TargetParameter = "target";

    /// <summary>Names the method.</summary>
    public const string MethodParameter = "method";

    /// <summary>Areas by group.</summary>
    /// <param name="address">Year and comparison.</param>
    /// <param name="by">The segment of the columns; null = the first.</param>
    /// <param name="with">The segment crossed with it, if any.</param>
    /// <param name="sort">The column that orders the rows; null = the survey's order.</param>
    public static string Groups(OverviewAddress address, string? by = null, string? with = null, string? sort = null) =>
        GroupsPage + AppUrls.QueryOf(address, ("careless", address.Careless), (ByParameter, by), (WithParameter, with), (SortParameter, sort));

    /// <summary>What to fix first.</summary>
    /// <param name="address">Year and population.</param>
    /// <param name="target">The question explained; null = the overall grade.</param>
    /// <param name="method">The method; null = LMG.</param>
    public static string Priorities(OverviewAddress address, string? target = null, string? method = null) =>
        PrioritiesPage + AppUrls.QueryOf(address, ("careless", address.Careless), (TargetParameter, target), (MethodParameter, method));

    /// <summary>One area.</summary>
    public static string Area(OverviewAddress address, string code) =>
        $"/areas/{Uri.EscapeDataString(code)}{AppUrls.QueryOf(address, ("careless", address.Careless))}";

    /// <summary>One question.</summary>
    public static string Question(OverviewAddress address, string code) =>
        $"/questions/{Uri.EscapeDataString(code)}{AppUrls.QueryOf(address, ("careless", address.Careless))}";
}
