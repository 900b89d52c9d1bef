namespace KassaSurvey.Web.Tests.Reports;

/// <summary>A test that has another program read what was written; shown as skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">Where the program is.</param>
    public ProgramFactAttribute(string program)
    {
        Program = program;
        Skip = File.Exists(program) ? null : $"There is no {program}: ./test.sh installs it where it may.";
    }

    /// <summary>Where the program is.</summary>
    public string Program { get; }
}
