using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Domain.Surveys;

/// <summary>How grave a finding of the pre-flight check is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look; the wave can open.</summary>
    Warning = 1,

    /// <summary>The wave cannot open.</summary>
    Blocking = 2,
}

/// <summary>Where a finding is mended.</summary>
public enum FindingPlaceKind
{
    /// <summary>The questionnaire as a whole.</summary>
    Questionnaire = 1,

    /// <summary>A question.</summary>
    Question = 2,

    /// <summary>A service area.</summary>
    Area = 3,

    /// <summary>A text in a language: the translations.</summary>
    Translation = 4,

    /// <summary>Languages, minutes, last day.</summary>
    Settings = 5,

    /// <summary>The fund's face: privacy text, colour, contact.</summary>
    FundSettings = 6,
}

/// <summary>Where a finding is mended.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Code">The question's or area's code; for a translation the <see cref="TextKey"/>; for the fund the setting; else empty.</param>
/// <param name="Language">The language, or null.</param>
public sealed record FindingPlace(FindingPlaceKind Kind, string Code, string? Language);

/// <summary>Something that the pre-flight check found.</summary>
/// <param name="Severity">Whether it stops the opening.</param>
/// <param name="What">Its code and the values its sentence names.</param>
/// <param name="Place">Where it is mended.</param>
public sealed record Finding(FindingSeverity Severity, Error What, FindingPlace Place);
