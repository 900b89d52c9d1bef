namespace KassaSurvey.Statistics.Tests.Reference;

/// <summary>A test on data sets of GPL packages, which are not part of this repository; skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceDataFactAttribute : FactAttribute
{
    public const string Variable = "KASSA_REFERENCE_DATA";

    public ReferenceDataFactAttribute() => Skip = Reason;

    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why such tests cannot run here; null where they can.</summary>
    public static string? Reason => Directory.Exists(Folder)
        ? null
        : $"The api and pls data sets belong to GPL packages: set {Variable} to the folder that holds them.";
}
