using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Domain.Releases;

/// <summary>A figure of a release, for programs that read the database. What was hidden is hidden here as well.</summary>
public sealed class ReleasedFigure
{
    /// <summary>The release.</summary>
    public ReportReleaseId ReleaseId { get; init; }

    /// <summary>question, area or option.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The question's, area's or option's code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its place in the report, from 0.</summary>
    public int Place { get; init; }

    /// <summary>The service area of a question; empty without one.</summary>
    public string Area { get; init; } = "";

    /// <summary>What it is called.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    /// <summary>Lowest value of its scale; null for shares.</summary>
    public int? ScaleMinimum { get; init; }

    /// <summary>Highest value of its scale.</summary>
    public int? ScaleMaximum { get; init; }

    /// <summary>True when it is not shown, to protect those who answered.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Valid answers; null when hidden or unknown.</summary>
    public long? Answers { get; init; }

    /// <summary>The mean on the scale, or the share 0-1 of an option.</summary>
    public double? Value { get; init; }

    /// <summary>Standard error of the value.</summary>
    public double? StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? Upper { get; init; }

    /// <summary>The same on 0-100; null for shares.</summary>
    public double? Index { get; init; }

    /// <summary>The compared year's value.</summary>
    public double? ComparedValue { get; init; }

    /// <summary>The change, on the scale.</summary>
    public double? Change { get; init; }

    /// <summary>What may be said of the change; empty without one.</summary>
    public string Verdict { get; init; } = "";
}
