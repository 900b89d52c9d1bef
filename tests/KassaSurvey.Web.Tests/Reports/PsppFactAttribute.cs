namespace KassaSurvey.Web.Tests.Reports;

/// <summary>A test that reads an SPSS file back with PSPP; shown as skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PsppFactAttribute : FactAttribute
{
    public PsppFactAttribute() =>
        Skip = File.Exists("/usr/bin/pspp") ? null : "PSPP is not installed at /usr/bin/pspp: ./test.sh installs it where it may.";
}
