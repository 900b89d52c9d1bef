using System.CommandLine;
using KassaSurvey.Application.Data;

namespace KassaSurvey.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date, for SQL Server before a new version is started.</summary>
public static class MigrateCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var command = new Command("migrate", "Create the database or bring it up to date, and end.");
        command.SetAction((parsed, cancellation) => host.RunAsync(
            parsed,
            async (services, token) =>
            {
                await services.GetRequiredService<IKassaDatabase>().MigrateAsync(token);
                await Console.Error.WriteLineAsync("The database is up to date.");
                return CommandLine.Done;
            },
            cancellation));
        return command;
    }
}
