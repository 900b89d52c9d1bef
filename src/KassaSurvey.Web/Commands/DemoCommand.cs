using System.CommandLine;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>demo</c>: creates the demonstration fund once and serves it, with a sign-in for each role and a member's link.</summary>
public static class DemoCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var noServe = new Option<bool>("--no-serve") { Description = "Create the demonstration fund and end." };
        var command = new Command("demo", "Create a demonstration fund (once) and serve it.") { noServe, ServeCommand.Urls };
        command.SetAction((parsed, cancellation) => parsed.GetValue(noServe)
            ? host.RunAsync(
                parsed,
                async (services, token) =>
                {
                    await PrepareAsync(services, parsed, token);
                    return CommandLine.Done;
                },
                cancellation)
            : ServeCommand.RunAsync(
                parsed, (services, token) => PrepareAsync(services, parsed, token), new KeyValuePair<string, string?>(SiteAddress.Setting, AddressOf(parsed))));
        return command;
    }

    private static string AddressOf(ParseResult parsed) => (parsed.GetValue(ServeCommand.Urls) ?? WebHost.DefaultUrl).Split(';')[0].TrimEnd('/');

    private static async Task PrepareAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("Preparing the demonstration fund …");
        var demonstration = (await services.GetRequiredService<CreateDemonstration>().ExecuteAsync(Viewer.Operator, cancellationToken)).Value;
        await using (var scope = services.CreateAsyncScope())
        {
            await DemoAccounts.AddAsync(scope.ServiceProvider, demonstration.Fund);
        }

        var address = AddressOf(parsed);
        Console.Out.WriteLine($"Open          {address}{AppUrls.Overview}");
        foreach (var (role, email) in DemoAccounts.All)
        {
            Console.Out.WriteLine($"{role,-13} {email}   password {DemoAccounts.Password}");
        }

        Console.Out.WriteLine(demonstration.WaitingInvitation is { } invitation
            ? $"Member link   {address}{AppUrls.Survey(services.GetRequiredService<LinkReader>().TokenOf(invitation))}"
            : "Member link   none left: every invited member has answered. Delete the data folder to start again.");
    }
}
