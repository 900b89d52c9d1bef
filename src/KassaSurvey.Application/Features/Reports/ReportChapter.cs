namespace KassaSurvey.Application.Features.Reports;

/// <summary>A chapter that a report can do without. How the figures were made stands in every report.</summary>
public enum ReportChapter
{
    /// <summary>The text.</summary>
    Summary = 1,

    /// <summary>The overall grade year by year.</summary>
    Trend = 2,

    /// <summary>The service areas.</summary>
    Areas = 3,

    /// <summary>Ratings and numbers, question by question.</summary>
    Questions = 4,

    /// <summary>Shares of each option of choice questions.</summary>
    Shares = 5,

    /// <summary>An appendix: every question as it was asked, with its answers and base.</summary>
    Codebook = 6,
}
