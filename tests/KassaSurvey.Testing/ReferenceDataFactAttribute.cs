using Xunit;

namespace KassaSurvey.Testing;

/// <summary>A test on data sets of GPL packages, which are not part of this repository; skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceDataFactAttribute : FactAttribute
{
    /// <summary>The environment variable with the folder that holds them.</summary>
    public const string Variable = "KASSA_REFERENCE_DATA";

    public ReferenceDataFactAttribute()
    {
        if (string.IsNullOrEmpty(Folder) || !Directory.Exists(Folder))
        {
            Skip = $"The api and pls data sets belong to GPL packages: set {Variable} to the folder that holds them.";
        }
    }

    /// <summary>The folder, when given.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable);
}
