using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>The name of a segment for people: the usual ones in the reader's language, a fund's own as the fund wrote it.</summary>
public static class SegmentName
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["age"] = OverviewTexts.SegmentAge,
        ["region"] = OverviewTexts.SegmentRegion,
        ["benefit"] = OverviewTexts.SegmentBenefit,
        ["language"] = OverviewTexts.SegmentLanguage,
        ["sex"] = OverviewTexts.SegmentSex,
    };

    /// <summary>The name.</summary>
    public static string Of(string segment, IStringLocalizer texts) => Known.TryGetValue(segment, out var key) ? texts[key] : segment;
}
