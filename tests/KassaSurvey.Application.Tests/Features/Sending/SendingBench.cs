using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Application.Features.Sending;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Mail;
using KassaSurvey.Infrastructure.Persistence;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Sending;

/// <summary>The sending of one open wave, with a real mail server on loopback and a clock that stands at noon.</summary>
internal sealed class SendingBench : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly List<IDisposable> _owned = [];

    private SendingBench(TestDatabase database, TestSurvey survey, Wave wave)
    {
        (_database, Survey, Wave) = (database, survey, wave);
        Forms = new(database.Database, Clock);
        var mail = Mail();
        Ways = new(mail, Sms);
        Preview = new(database.Database, Forms, Ways, Addresses, Clock);
        Plan = new(database.Database, Forms, Ways, Addresses, Clock);
        Send = Sender(mail, database);
        var reader = new OptOutReader(Key, Forms);
        OptOut = new(database.Database, reader);
        ViewOptOut = new(database.Database, reader);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));

    public SmtpServer Server { get; } = SmtpServer.Start();

    public SmsLog Sms { get; } = new();

    public FixedKey Key { get; } = new();

    public FixedAddresses Addresses { get; } = new();

    public TestSurvey Survey { get; }

    public Wave Wave { get; }

    public QuestionnaireCache Forms { get; }

    public SendingWays Ways { get; }

    public PreviewStep Preview { get; }

    public PlanStep Plan { get; }

    public SendDue Send { get; }

    public OptOut OptOut { get; }

    public ViewOptOut ViewOptOut { get; }

    public Viewer Manager => Survey.Staff(Role.SurveyManager);

    public static async Task<SendingBench> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var survey = await TestSurvey.AddAsync(database);
        return new(database, survey, await survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 11, 30)));
    }

    /// <summary>Another sender, as another server would be: its own connections to the database and to the mail server.</summary>
    public SendDue NewSender()
    {
        var database = new KassaDatabase(_database.Settings);
        _owned.Add(database);
        return Sender(Mail(), database);
    }

    /// <summary>Invites members, each with an address of their own, in the four languages in turn.</summary>
    public async Task<List<Invitation>> InviteAsync(int count, Action<Member>? prepare = null)
    {
        await using var db = _database.Open();
        var invitations = new List<Invitation>();
        for (var number = 0; number < count; number++)
        {
            var member = Member.Create(Survey.Fund.Id, $"{NewId.Of<MemberId>().Value}", Languages.All[number % 4], $"Member {number}", $"member{number}@example.org");
            prepare?.Invoke(member);
            var invitation = Invitation.Create(Wave, member);
            db.AddRange(member, invitation);
            invitations.Add(invitation);
        }

        await db.SaveChangesAsync();
        return invitations;
    }

    /// <summary>Plans a step and lets its last message become due.</summary>
    public async Task<PlanStep.Planned> PlanAsync(int step = 0, int? typed = null)
    {
        var planned = (await Plan.ExecuteAsync(Manager, new(Wave.Id, step, typed), CancellationToken.None)).Value;
        Clock.Advance(TimeSpan.FromHours(1));
        return planned;
    }

    /// <summary>Settles that this many messages may go out a minute.</summary>
    public Task AllowAsync(int perMinute) => ChangeAsync(plan => Assert.True(plan.Change(plan.Content with { PerMinute = perMinute }).IsSuccess));

    public async Task ChangeAsync(Action<SendingPlan> change)
    {
        await using var db = _database.Open();
        var plan = await db.SendingPlans.SingleOrDefaultAsync();
        if (plan is null)
        {
            plan = SendingPlan.Create(Survey.Fund.Id, Wave.Id);
            db.Add(plan);
        }

        change(plan);
        await db.SaveChangesAsync();
    }

    public async Task<SendDue.Report> SendAsync() => (await Send.ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;

    public async Task<List<OutboxMessage>> MessagesAsync()
    {
        await using var db = _database.Open();
        return await db.OutboxMessages.AsNoTracking().ToListAsync();
    }

    public async Task ChangeAsync<T>(Func<T, bool> which, Action<T> change)
        where T : class
    {
        await using var db = _database.Open();
        change((await db.Set<T>().ToListAsync()).Single(which));
        await db.SaveChangesAsync();
    }

    public KassaDbContext Open() => _database.Open();

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(owned => owned.Dispose());
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private SmtpTransport Mail()
    {
        var mail = new SmtpTransport(
            new() { Host = "127.0.0.1", Port = Server.Port, Security = MailSecurity.None, From = "survey@fund.example" }, Clock, NullLogger<SmtpTransport>.Instance);
        _owned.Add(mail);
        return mail;
    }

    private SendDue Sender(IMailSender mail, IKassaDatabase database) => new(
        database, new(database, Clock), new(mail, Sms), new(mail, Sms, Addresses, Key, Clock, NullLogger<MessageDispatch>.Instance), Clock);

    private SendDue Sender(IMailSender mail, TestDatabase database) => Sender(mail, database.Database);

    internal sealed class FixedKey : ILinkKey
    {
        public ReadOnlyMemory<byte> Key { get; } = Enumerable.Range(0, 32).Select(number => (byte)(number * 7)).ToArray();
    }

    internal sealed class FixedAddresses : IMemberAddresses
    {
        public bool IsSetUp { get; set; } = true;

        public string LinkOf(string token) => $"https://survey.fund.example/s/{token}";

        public string OptOutOf(string token) => $"https://survey.fund.example/u/{token}";
    }

    internal sealed class SmsLog : ISmsSender
    {
        public bool IsSetUp { get; set; }

        public List<(string To, string Text, string Reference)> Sent { get; } = [];

        public Task<HandOver> SendAsync(string to, string text, string reference, CancellationToken cancellationToken)
        {
            Sent.Add((to, text, reference));
            return Task.FromResult(new HandOver(HandOverOutcome.Accepted, $"sms-{Sent.Count}"));
        }
    }
}
