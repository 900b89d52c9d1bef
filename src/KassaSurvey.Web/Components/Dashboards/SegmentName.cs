using System.Globalization;
using KassaSurvey.Application.Features.Reports;

namespace KassaSurvey.Web.Components.Dashboards;

/// <summary>The name of a segment for people, in the reader's language: the words of the reports.</summary>
public static class SegmentName
{
    /// <summary>The name.</summary>
    public static string Of(string segment) => new ReportWords(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Segment(segment);
}
