using KassaSurvey.Domain.Primitives;
using KassaSurvey.Web.Components.Dashboards;

namespace KassaSurvey.Web;

/// <summary>Addresses of the pages of results behind the overview. Year, comparison and population go along from page to page.</summary>
public static class ResultUrls
{
    /// <summary>Areas by group of members.</summary>
    public const string GroupsPage = "/groups";

    /// <summary>What to fix first.</summary>
    public const string PrioritiesPage = "/priorities";

    /// <summary>The years.</summary>
    public const string TrendPage = "/trend";

    /// <summary>What the fund has decided about its results: events on the time axis, early verdicts.</summary>
    public const string SettingsPage = "/administration/results";

    /// <summary>Making public links.</summary>
    public const string SharePage = "/share";

    /// <summary>What public links begin with.</summary>
    public const string SharedPages = "/shared";

    /// <summary>The yearly report: its text, files and releases.</summary>
    public const string ReportPage = "/report";

    /// <summary>Answers, figures and comments as files.</summary>
    public const string ExportPage = "/exports";

    /// <summary>What the files of releases begin with.</summary>
    public const string Releases = "/releases";

    /// <summary>What the public pages of releases begin with.</summary>
    public const string PublishedPages = "/released";

    /// <summary>Names the report's language.</summary>
    public const string LanguageParameter = "language";

    /// <summary>Names a range of overall grades.</summary>
    public const string GradeParameter = "grade";

    /// <summary>Number of a page of a list, from 1.</summary>
    public const string PageParameter = "page";

    /// <summary>Names the figure whose years are shown.</summary>
    public const string FigureParameter = "figure";

    /// <summary>Says that heights are read on 0-100.</summary>
    public const string AxisParameter = "axis";

    /// <summary>Says that the whole scale is shown.</summary>
    public const string ZoomParameter = "zoom";

    /// <summary>Two groups beside each other.</summary>
    public const string ComparePage = "/compare";

    /// <summary>Names a group.</summary>
    public const string FirstParameter = "group";

    /// <summary>Names the group it is compared with.</summary>
    public const string SecondParameter = "with-group";

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

    /// <summary>Sharing what a page shows.</summary>
    public static string Share(OverviewAddress address) => SharePage + AppUrls.QueryOf(address, ("careless", address.Careless));

    /// <summary>The yearly report.</summary>
    /// <param name="address">Year, comparison and population.</param>
    /// <param name="language">The report's language; null = the reader's.</param>
    public static string Report(OverviewAddress address, string? language = null) =>
        ReportPage + AppUrls.QueryOf(address, (LanguageParameter, language));

    /// <summary>Taking data out.</summary>
    public static string Exports(OverviewAddress address) => ExportPage + AppUrls.QueryOf(address);

    /// <summary>The file of an export.</summary>
    public static string ExportFile(DataExportId export) => $"{ExportPage}/{export.Value}/file";

    /// <summary>A file of a release.</summary>
    public static string Released(ReportReleaseId release, string language, string format) => $"{Releases}/{release.Value}/{language}/{format}";

    /// <summary>The public page of a year's report.</summary>
    public static string Published(string fundKey, string surveyKey, ReportingYear year) =>
        $"{PublishedPages}/{Uri.EscapeDataString(fundKey)}/{Uri.EscapeDataString(surveyKey)}/{year}";

    /// <summary>A file of it.</summary>
    public static string PublishedFile(string fundKey, string surveyKey, ReportingYear year, int version, string name) =>
        $"{Published(fundKey, surveyKey, year)}/{version}/{Uri.EscapeDataString(name)}";

    /// <summary>A public link.</summary>
    public static string Shared(string token) => $"{SharedPages}/{token}";

    /// <summary>The years of one figure.</summary>
    /// <param name="address">The last year shown.</param>
    /// <param name="figure">Code of the figure; null = the overall grade.</param>
    /// <param name="isIndex">True to read heights on 0-100.</param>
    /// <param name="isWhole">True to show the whole scale.</param>
    public static string Trend(OverviewAddress address, string? figure = null, bool isIndex = false, bool isWhole = false) =>
        TrendPage + AppUrls.QueryOf(
            address, ("careless", address.Careless), (FigureParameter, figure), (AxisParameter, isIndex ? "index" : null), (ZoomParameter, isWhole ? "whole" : null));

    /// <summary>Two groups of a segment beside each other.</summary>
    /// <param name="address">The year.</param>
    /// <param name="by">The segment; null = the first.</param>
    /// <param name="first">A group; null = the first.</param>
    /// <param name="second">The group it is compared with; null = the next.</param>
    public static string Compare(OverviewAddress address, string? by = null, string? first = null, string? second = null) =>
        ComparePage + AppUrls.QueryOf(address, ("careless", address.Careless), (ByParameter, by), (FirstParameter, first), (SecondParameter, second));

    /// <summary>One area.</summary>
    public static string Area(OverviewAddress address, string code) =>
        $"/areas/{Uri.EscapeDataString(code)}{AppUrls.QueryOf(address, ("careless", address.Careless))}";

    /// <summary>One question.</summary>
    public static string Question(OverviewAddress address, string code) =>
        $"/questions/{Uri.EscapeDataString(code)}{AppUrls.QueryOf(address, ("careless", address.Careless))}";

    /// <summary>What members wrote to a question.</summary>
    /// <param name="address">The year.</param>
    /// <param name="code">The question.</param>
    /// <param name="grade">Only of those who graded the fund like this; null = all.</param>
    /// <param name="page">The page, from 1.</param>
    public static string Comments(OverviewAddress address, string code, string? grade = null, int page = 1) =>
        $"/comments/{Uri.EscapeDataString(code)}" + AppUrls.QueryOf(
            address, (GradeParameter, grade), (PageParameter, page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}
