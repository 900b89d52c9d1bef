using System.Diagnostics;

namespace KassaSurvey.Web.Tests.Reports;

/// <summary>Programs of others that read what KassaSurvey writes.</summary>
internal static class OtherPrograms
{
    public const string Pspp = "/usr/bin/pspp";
    public const string R = "/usr/bin/Rscript";

    /// <summary>The package of R that reads files of SPSS.</summary>
    public const string Haven = "/usr/lib/R/site-library/haven/DESCRIPTION";

    /// <summary>Runs a program to its end, without an error or a warning; what it said.</summary>
    public static async Task<string> RunAsync(string? folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder ?? "" })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
        return said;
    }
}
