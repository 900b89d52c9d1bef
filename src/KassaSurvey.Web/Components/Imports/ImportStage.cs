namespace KassaSurvey.Web.Components.Imports;

/// <summary>How far an import on the page is.</summary>
public enum ImportStage
{
    /// <summary>A file is to be chosen.</summary>
    Choosing = 1,

    /// <summary>The server is at work.</summary>
    Working = 2,

    /// <summary>The file has been checked; the person decides.</summary>
    Checked = 3,

    /// <summary>The rows have been imported.</summary>
    Imported = 4,
}
