using System.CommandLine;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Organisation;

namespace KassaSurvey.Web.Commands;

/// <summary><c>send</c>: plans the reminders that are due and sends what is due, once; for those who would rather not have the site do it.</summary>
public static class SendCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Build(CommandHost host)
    {
        var command = new Command("send", "Send the invitations and reminders that are due, once. The running site does it by itself unless Jobs:Enabled=false.");
        command.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed,
            async (services, token) =>
            {
                await services.GetRequiredService<PlanDueReminders>().ExecuteAsync(Viewer.Operator, token);
                var report = (await services.GetRequiredService<SendDue>().ExecuteAsync(Viewer.Operator, token)).Value;
                Console.Out.WriteLine($"Sent {report.Sent}, not sent {report.NotSent}");
                return CommandLine.Done;
            },
            cancellation));
        return command;
    }
}
