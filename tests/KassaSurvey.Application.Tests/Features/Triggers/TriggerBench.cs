using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Application.Features.Triggers;
using KassaSurvey.Application.Tests.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Triggers;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Triggers;

/// <summary>A fund with a survey after contacts that is turned on, its members, and its own system that tells of contacts.</summary>
internal sealed class TriggerBench : IAsyncDisposable
{
    private TriggerBench(SendingBench sending)
    {
        Sending = sending;
        var (database, waves) = (sending.Survey.Database, new RollingWave(sending.Survey.Database, sending.Clock));
        Ask = new(database, waves, sending.Forms, sending.Ways, sending.Addresses, sending.Clock);
        Change = new(database, waves, sending.Clock);
        Take = new(database, sending.Clock);
        Get = new(database, sending.Clock);
    }

    public SendingBench Sending { get; }

    public AskAfterContacts Ask { get; }

    public ChangeTrigger Change { get; }

    public TakeContacts Take { get; }

    public GetTrigger Get { get; }

    public static async Task<TriggerBench> CreateAsync(Func<TriggerRuleContent, TriggerRuleContent>? settle = null)
    {
        var bench = new TriggerBench(await SendingBench.CreateAsync());
        await bench.Sending.Survey.WriteFaceAsync();
        var made = await new CreateAfterContactSurvey(bench.Sending.Survey.Database, bench.Sending.Clock).ExecuteAsync(bench.Sending.Manager, CancellationToken.None);
        Assert.Empty(made.Errors);
        var content = (await bench.ViewAsync()).Content with { DelayHours = 24 };
        Assert.Empty((await bench.TurnAsync(settle?.Invoke(content) ?? content, isOn: true)).Errors);
        return bench;
    }

    public async Task<GetTrigger.View> ViewAsync() =>
        (await Get.ExecuteAsync(Sending.Manager, CreateAfterContactSurvey.Key, CancellationToken.None)).Value;

    public async Task<Result> TurnAsync(TriggerRuleContent content, bool isOn) => await Change.ExecuteAsync(
        Sending.Manager, new(CreateAfterContactSurvey.Key, (await ViewAsync()).Revision, content, isOn), CancellationToken.None);

    public async Task<Member> AddMemberAsync(string number, Action<Member>? prepare = null)
    {
        await using var db = Sending.Open();
        var member = Member.Create(Sending.Survey.Fund.Id, number, Languages.Finnish, $"Member {number}", $"member{number}@example.org");
        prepare?.Invoke(member);
        db.Add(member);
        await db.SaveChangesAsync();
        return member;
    }

    /// <summary>The fund's system tells of a contact that was just held.</summary>
    public Task<RowResult> ServeAsync(string id, string member, string channel = "phone", string topic = "benefit") =>
        TellAsync(("id", id), ("member", member), ("at", $"{Sending.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}"), ("channel", channel), ("topic", topic));

    public async Task<RowResult> TellAsync(params (string Name, string Value)[] fields)
    {
        var row = new GivenRow(1, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        var system = Viewer.Machine(Sending.Survey.Fund.Id, "phone system", ApiScopes.Contacts);
        return (await Take.ExecuteAsync(system, [row], CancellationToken.None)).Value.Single();
    }

    public async Task<AskAfterContacts.Report> AskAsync(TimeSpan later)
    {
        Sending.Clock.Advance(later);
        return (await Ask.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
    }

    public async Task<List<Invitation>> InvitationsAsync()
    {
        await using var db = Sending.Open();
        return await db.Invitations.AsNoTracking().Where(row => row.ContactOn != null).ToListAsync();
    }

    public async Task<Dictionary<string, TriggerOutcome>> OutcomesAsync()
    {
        await using var db = Sending.Open();
        return await db.TriggerDecisions.Join(db.MemberContacts, row => row.ContactId, contact => contact.Id, (row, contact) => new { contact.Key, row.Outcome })
            .ToDictionaryAsync(row => row.Key, row => row.Outcome);
    }

    public ValueTask DisposeAsync() => Sending.DisposeAsync();
}
