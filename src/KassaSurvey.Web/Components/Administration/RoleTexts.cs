namespace KassaSurvey.Web.Components.Administration;

/// <summary>Where the words for a role are found in <see cref="Resources.PeopleTexts"/>.</summary>
public static class RoleTexts
{
    /// <summary>Key of the role's name.</summary>
    public static string Name(string role) => $"Role{role}";

    /// <summary>Key of what the role may do.</summary>
    public static string Hint(string role) => $"Role{role}Hint";
}
