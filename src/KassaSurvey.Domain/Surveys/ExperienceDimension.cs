namespace KassaSurvey.Domain.Surveys;

/// <summary>Which side of the experience a question tells of (statistics: experience index).</summary>
public enum ExperienceDimension
{
    /// <summary>How it felt.</summary>
    Emotion = 1,

    /// <summary>Whether it got done.</summary>
    Efficiency = 2,

    /// <summary>How easy it was.</summary>
    Ease = 3,
}
