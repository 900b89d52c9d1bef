using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Tests.Endpoints;

public sealed class DeliveryReportTests(RespondingHost host) : IClassFixture<RespondingHost>
{
    private const string Key = "a-key-of-at-least-thirty-two-characters";

    [Fact]
    public async Task Report_WithTheKey_IsTaken_AndWithoutItIsNot()
    {
        var invitation = host.InvitationOf(await host.InviteAsync());
        var message = OutboxMessage.Plan(host.Survey.Fund.Id, host.Wave.Id, invitation, 0, ContactChannels.Sms, Languages.Finnish, host.Clock.GetUtcNow().UtcDateTime);
        message.MarkSent(host.Clock.GetUtcNow().UtcDateTime, "sms-1");
        await using (var db = host.Open())
        {
            db.Add(message);
            await db.SaveChangesAsync();
        }

        object[] reports = [new { reference = host.ReferenceOf(message.Id), status = "delivered" }, new { reference = "forged", status = "delivered" }, new { status = "odd" }];
        using var closed = host.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(closed, Key, reports)).StatusCode);
        await using var keyed = host.WithWebHostBuilder(builder => builder.UseSetting("Sending:ReportKey", Key));
        using var open = keyed.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(open, "another", reports)).StatusCode);

        var answer = await PostAsync(open, Key, reports);

        Assert.Equal((HttpStatusCode.OK, """{"taken":1,"unknown":2}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await using var after = host.Open();
        Assert.Equal(DeliveryStatus.Delivered, (await after.OutboxMessages.AsNoTracking().SingleAsync(row => row.Id == message.Id)).Status);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string key, object[] reports)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/deliveries") { Content = JsonContent.Create(reports) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await client.SendAsync(request);
    }
}
