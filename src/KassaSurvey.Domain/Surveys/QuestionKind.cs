namespace KassaSurvey.Domain.Surveys;

/// <summary>What kind of answer a question takes.</summary>
public enum QuestionKind
{
    /// <summary>A rating in whole steps on the question's own scale.</summary>
    Scale = 1,

    /// <summary>Yes (1) or no (0).</summary>
    YesNo = 2,

    /// <summary>One of the options.</summary>
    Single = 3,

    /// <summary>Any of the options, up to the question's limit.</summary>
    Multiple = 4,

    /// <summary>A number.</summary>
    Number = 5,

    /// <summary>The member's own words.</summary>
    OpenText = 6,

    /// <summary>Would you recommend us, 0 to 10. Never assumed of another 0-10 question.</summary>
    Recommendation = 7,
}
