using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Dashboards;

/// <summary>What can stop a change of what the pages of results show.</summary>
public static class DashboardErrors
{
    /// <summary>An event without words.</summary>
    public static readonly Error EventEmpty = Error.Of("Dashboard.EventEmpty");

    /// <summary>A view without a name.</summary>
    public static readonly Error ViewUnnamed = Error.Of("Dashboard.ViewUnnamed");

    /// <summary>The address is none of a page of results.</summary>
    public static readonly Error ViewAddress = Error.Of("Dashboard.ViewAddress");

    /// <summary>A public link that shows nothing.</summary>
    public static readonly Error LinkShowsNothing = Error.Of("Dashboard.LinkShowsNothing");

    /// <summary>No such event, view or link; it may have been removed meanwhile.</summary>
    public static readonly Error NotFound = Error.Of("Dashboard.NotFound");

    /// <summary>A year that a survey cannot have.</summary>
    public static Error EventYear(int year) => Error.Of("Dashboard.EventYear", year);

    /// <summary>Words too long for the axis.</summary>
    public static Error EventLong(int most) => Error.Of("Dashboard.EventLong", most);

    /// <summary>A name too long for the list.</summary>
    public static Error ViewLong(int most) => Error.Of("Dashboard.ViewLong", most);

    /// <summary>The last day is past, or too far off.</summary>
    public static Error LinkDay(DateOnly first, DateOnly last) => Error.Of("Dashboard.LinkDay", first, last);
}
