namespace KassaSurvey.Domain.Surveys;

/// <summary>What a survey promises its members about the tie between them and their answers.</summary>
public enum Confidentiality
{
    /// <summary>The tie is destroyed when the answers are handed in.</summary>
    Anonymous = 1,

    /// <summary>The tie is kept, apart from the answers, for a panel that is asked again; nobody sees it in any result.</summary>
    Confidential = 2,
}
