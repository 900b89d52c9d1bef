using System.CommandLine;
using KassaSurvey.Web.Commands;

// One program: it serves the site, and it does each job of an operator or analyst as a verb.
var host = new CommandHost();

var root = new RootCommand("KassaSurvey: the yearly member survey of unemployment funds. Without a verb it serves the site.");
root.Options.Add(CommandHost.Database);
root.Subcommands.Add(ServeCommand.Build());
root.Subcommands.Add(DemoCommand.Build(host));
root.Subcommands.Add(MigrateCommand.Build(host));
root.Subcommands.Add(ImportResponsesCommand.Build(host));
root.Subcommands.Add(ImportPublishedCommand.Build(host));
root.Subcommands.Add(ImportMembersCommand.Build(host));
root.Subcommands.Add(ResultsCommand.Build(host));
root.Subcommands.Add(DriversCommand.Build(host));
root.Subcommands.Add(LettersCommand.Build(host));
root.Subcommands.Add(ReportCommand.Build(host));
root.Subcommands.Add(CompareCommand.Build(host));
root.Subcommands.Add(WeightsCommand.Build(host));
root.Subcommands.Add(AaporCommand.Build(host));
root.Subcommands.Add(SendCommand.Build(host));
ServeCommand.MakeDefaultOf(root);

return await CommandLine.RunAsync(root, args);

/// <summary>The program, named so that tests can start it.</summary>
public partial class Program;
