using System.Diagnostics;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Commands;

/// <summary>The sender as a process of its own, and what is left when it is killed.</summary>
public sealed class SendCommandTests
{
    private const int Members = 200;
    private const int KilledAfter = 60;

    [Fact]
    public async Task Send_KilledInTheMiddleWithAnotherBesideIt_LosesNobodyAndRepeatsAtMostTheOneInFlight()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var server = SmtpServer.Start();
        await PlanAsync(database);
        var victim = Start(database, server);
        server.Taking = _ =>
        {
            if (server.Received.Count == KilledAfter && !victim.HasExited)
            {
                victim.Kill();
            }

            return Task.CompletedTask;
        };

        await victim.WaitForExitAsync();
        Assert.NotEqual(0, victim.ExitCode);
        Assert.InRange(server.Received.Count, KilledAfter, Members - 1);
        // What the dead process had taken comes free when its time is over; a minute is as good as five.
        await ExpireAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var sender = Start(database, server);
            await sender.WaitForExitAsync();
            Assert.True(sender.ExitCode == 0, await sender.StandardError.ReadToEndAsync());
        }));

        Assert.Equal(Members, server.Received.Select(mail => mail.To.Single()).Distinct().Count());
        Assert.InRange(server.Received.Count, Members, Members + 1);
        await using var db = database.Open();
        Assert.Equal(Members, await db.OutboxMessages.CountAsync(row => row.Status == DeliveryStatus.Sent));
        Assert.Equal(server.Received.Count - Members, await db.OutboxMessages.CountAsync(row => row.Attempts == 2));
        victim.Dispose();
    }

    private static async Task PlanAsync(TestDatabase database)
    {
        var survey = await TestSurvey.AddAsync(database);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var wave = await survey.AddOpenWaveAsync(today.Year, today, today.AddDays(10));
        await using var db = database.Open();
        var plan = SendingPlan.Create(survey.Fund.Id, wave.Id);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Assert.True(plan.Change(plan.Content with { PerMinute = SendingPlan.MostPerMinute, From = new(0, 0), Until = new(23, 59, 59) }).IsSuccess);
        Assert.True(plan.Release(0, now).IsSuccess);
        db.Add(plan);
        for (var number = 0; number < Members; number++)
        {
            var member = Member.Create(survey.Fund.Id, $"{number}", Languages.Finnish, email: $"member{number}@example.org");
            var invitation = Invitation.Create(wave, member);
            db.AddRange(member, invitation, OutboxMessage.Plan(survey.Fund.Id, wave.Id, invitation.Id, 0, ContactChannels.Email, Languages.Finnish, now.AddMinutes(-1)));
        }

        await db.SaveChangesAsync();
    }

    private static async Task ExpireAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await db.OutboxMessages.Where(row => row.LeaseUntil != null).ExecuteUpdateAsync(row => row.SetProperty(it => it.LeaseUntil, past));
    }

    private static Process Start(TestDatabase database, SmtpServer server)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "send", "--database", database.File])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in new[]
        {
            ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{server.Port}"), ("Mail__Security", "None"), ("Mail__From", "survey@fund.example"),
            ("Site__Address", "https://survey.fund.example"),
        })
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
