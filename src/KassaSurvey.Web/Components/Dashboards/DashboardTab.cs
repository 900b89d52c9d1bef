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

    /// <summary>How it went over the years.</summary>
    Trend = 4,

    /// <summary>One group of members beside another.</summary>
    Compare = 5,

    /// <summary>The yearly report.</summary>
    Report = 6,

    /// <summary>Answers, figures and comments as files.</summary>
    Data = 7,
}
