namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>The pages of one year's results.</summary>
public enum DashboardTab
{
    /// <summary>How did we do.</summary>
    Overview = 1,

    /// <summary>Areas by group of members.</summary>
    Groups = 2,

    /// <summary>What to fix first.</summary>
    Priorities = 3,
}
