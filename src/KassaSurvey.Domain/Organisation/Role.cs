namespace KassaSurvey.Domain.Organisation;

/// <summary>What a member of staff may do. A person can have several roles.</summary>
public static class Role
{
    /// <summary>Sets up the fund, its people and its settings.</summary>
    public const string Admin = "Admin";

    /// <summary>Composes waves, imports, invites, closes.</summary>
    public const string SurveyManager = "SurveyManager";

    /// <summary>Reads results.</summary>
    public const string Manager = "Manager";

    /// <summary>Reads results and takes reports and data out.</summary>
    public const string Analyst = "Analyst";

    /// <summary>Enters a member's answers on the phone.</summary>
    public const string Interviewer = "Interviewer";

    /// <summary>Reads what members wrote in their own words: given beside another role, because words can tell who wrote them.</summary>
    public const string CommentReader = "CommentReader";

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, SurveyManager, Manager, Analyst, Interviewer, CommentReader];
}
