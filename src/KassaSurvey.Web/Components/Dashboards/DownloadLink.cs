namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>A button that is a download.</summary>
internal static class DownloadLink
{
    /// <summary>The enhanced navigation must leave downloads to the browser.</summary>
    public static Dictionary<string, object?> Attributes { get; } = new() { ["data-enhance-nav"] = "false", ["download"] = "" };
}
