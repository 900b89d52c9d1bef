using System.CommandLine;
using System.Text.Json;
using KassaSurvey.Web.Commands;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>A verb as a script sees it: arguments in; exit code, standard output and standard error out.</summary>
internal sealed record VerbRun(int Exit, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string[] ErrorLines => Error.TrimEnd().Split(Environment.NewLine);

    /// <summary>Runs a verb on the database of a folder.</summary>
    public static async Task<VerbRun> OfAsync(string folder, params string[] arguments)
    {
        var host = new CommandHost();
        var root = new RootCommand();
        root.Options.Add(CommandHost.Database);
        root.Subcommands.Add(ImportResponsesCommand.Build(host));
        root.Subcommands.Add(ImportPublishedCommand.Build(host));
        root.Subcommands.Add(ImportMembersCommand.Build(host));
        root.Subcommands.Add(ResultsCommand.Build(host));
        root.Subcommands.Add(ReportCommand.Build(host));
        root.Subcommands.Add(DriversCommand.Build(host));
        root.Subcommands.Add(CompareCommand.Build(host));
        root.Subcommands.Add(WeightsCommand.Build(host));
        root.Subcommands.Add(AaporCommand.Build(host));
        var (output, error) = (Console.Out, Console.Error);
        using var writtenOutput = new StringWriter();
        using var writtenError = new StringWriter();
        try
        {
            Console.SetOut(writtenOutput);
            Console.SetError(writtenError);
            var exit = await CommandLine.RunAsync(root, [.. arguments, "--database", DatabaseIn(folder)]);
            return new(exit, writtenOutput.ToString(), writtenError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>The database of a folder.</summary>
    public static string DatabaseIn(string folder) => Path.Combine(folder, "kassa.db");
}

/// <summary>Tests that look at the console run alone.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public sealed class ConsoleCollection;
