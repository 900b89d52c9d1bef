using System.CommandLine;

namespace KassaSurvey.Web.Commands;

/// <summary>Runs the verb that was asked for, and says by exit code how it went.</summary>
public static class CommandLine
{
    /// <summary>The work was done.</summary>
    public const int Done = 0;

    /// <summary>The work failed; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The verb or its options were not understood; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>How long running requests and imports may take to end after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    /// <summary>Parses and runs.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"See: {parsed.CommandResult.Command.Name} --help");
            return WrongUsage;
        }

        // The root takes settings of any name; that must not let a mistyped option of a verb pass unnoticed.
        if (parsed.CommandResult.Command.TreatUnmatchedTokensAsErrors && parsed.UnmatchedTokens.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Unknown: {string.Join(' ', parsed.UnmatchedTokens)}. See: {parsed.CommandResult.Command.Name} --help");
            return WrongUsage;
        }

        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
    }
}
