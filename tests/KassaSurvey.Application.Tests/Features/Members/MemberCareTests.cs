using System.Text;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Application.Features.Retention;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Members;

public sealed class MemberCareTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;

    private Viewer Manager => _survey.Staff(Role.SurveyManager);

    private Viewer Admin => _survey.Staff(Role.Admin);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("10", "10|100|101")]
    [InlineData("öhm", "3")]
    [InlineData("AINO@", "10")]
    [InlineData("aino E", "10")]
    [InlineData("%", "")]
    [InlineData("_0", "")]
    public async Task Find_BeginningOfNumberNameOrAddress_FindsThemWhateverTheCase(string text, string expected)
    {
        await AddAsync(("10", "Aino Esimerkki", "aino@example.org"), ("100", null, null), ("101", null, null), ("3", "Öhman Kaj", null), ("4", "Kaj Öhman", null));

        var page = (await Find(new(text))).Value;

        Assert.Equal(expected, string.Join('|', page.Rows.Select(row => row.Number)));
    }

    [Fact]
    public async Task Find_PagesForwardsAndBack_ShowEachMemberOnceInOrder()
    {
        await AddAsync([.. Enumerable.Range(0, 120).Select(i => ($"{1000 + i}", (string?)null, (string?)null))]);

        var first = (await Find(new())).Value;
        var second = (await Find(new(), after: first.Rows[^1].Number)).Value;
        var third = (await Find(new(), after: second.Rows[^1].Number)).Value;
        var back = (await Find(new(), before: third.Rows[0].Number)).Value;

        Assert.Equal(Enumerable.Range(1000, 120).Select(i => $"{i}"), first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Number));
        Assert.Equal(second.Rows.AsEnumerable(), back.Rows.AsEnumerable());
        Assert.Equal((false, true, true, false), (first.HasPrevious, first.HasNext, third.HasPrevious, third.HasNext));
    }

    [Fact]
    public async Task Find_Filters_CombineAndCountTheSame()
    {
        await AddAsync(("1", null, null), ("2", null, null), ("3", null, null));
        await ChangeAsync("2", member => member.Assign(new("region", "Lappi")));
        await ChangeAsync("3", member =>
        {
            member.Assign(new("region", "Lappi"));
            member.Stand(MemberStanding.Left, new(2020, 1, 1));
        });
        var filter = new MemberFilter(Standing: MemberStanding.Active, Segment: new("region", "Lappi"));

        Assert.Equal(["2"], (await Find(filter)).Value.Rows.Select(row => row.Number));
        Assert.Equal(new CountMembers.Count(1, false), (await new CountMembers(_survey.Database).ExecuteAsync(Manager, filter, default)).Value);
    }

    [Fact]
    public async Task Member_OfAnOpenAnonymousWave_DoesNotTellWhoHasAnswered()
    {
        var wave = await _survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 12, 1));
        var invitation = await _survey.InviteAsync(wave, "7");
        await AnswerAsync(invitation);

        var open = (await Get("7")).Value.Invitations.Single();
        await CloseAsync(wave);
        var closed = (await Get("7")).Value.Invitations.Single();

        Assert.Equal((ShownStatus.Asked, ShownStatus.Answered), (open.Status, closed.Status));
    }

    [Fact]
    public async Task Change_RefusalAndStanding_AreSavedAndNotedOnce()
    {
        await AddAsync(("7", null, "a@example.org"));
        var change = new ChangeMember(_survey.Database, _time);

        await change.ExecuteAsync(Manager, new("7") { Refuses = ContactChannels.Email }, default);
        await change.ExecuteAsync(Manager, new("7") { Refuses = ContactChannels.Email }, default);
        await change.ExecuteAsync(Manager, new("7") { Standing = MemberStanding.Left }, default);

        var member = (await Get("7")).Value;
        Assert.Equal((ContactChannels.Email, MemberStanding.Left, new DateOnly(2026, 11, 23)), (member.Refuses, member.Standing, member.LeftOn));
        Assert.Equal([AuditAct.RefusalsChanged, AuditAct.MarkedLeft], member.Log.Select(line => line.Act).Order());
        Assert.Equal([MemberErrors.BadStanding], (await change.ExecuteAsync(Manager, new("7") { Standing = MemberStanding.Erased }, default)).Errors);
    }

    [Fact]
    public async Task Erase_MemberWithInvitations_LeavesNothingOfThePersonAndKeepsTheCounts()
    {
        var wave = await _survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 12, 1));
        await _survey.InviteAsync(wave, "UNIQUE-7", "sv", new Segment("region", "Rare-Region"));
        await ChangeAsync("UNIQUE-7", member =>
        {
            member.Introduce("Rare Name", "sv", 1971);
            member.WriteTo("rare@example.org");
            member.CallAt("0401112223");
            member.LiveAt(new("Rare Street 1", "00999", "Raretown"));
        });
        var erase = new EraseMember(_survey.Database, _time);

        Assert.Equal([MemberErrors.NumberNotTyped], (await erase.ExecuteAsync(Manager, new("UNIQUE-7", "7"), default)).Errors);
        Assert.True((await erase.ExecuteAsync(Manager, new("UNIQUE-7", " UNIQUE-7 "), default)).IsSuccess);

        var values = (await _database.DumpAsync()).Values.SelectMany(rows => rows).SelectMany(row => row.Values).OfType<string>().ToList();
        Assert.DoesNotContain(values, value => value.Contains("rare", StringComparison.OrdinalIgnoreCase) || value.Contains("UNIQUE", StringComparison.Ordinal)
            || value.Contains("0401112223", StringComparison.Ordinal));
        Assert.Equal([MemberErrors.Unknown], (await Get("UNIQUE-7")).Errors);
        Assert.Empty((await Find(new())).Value.Rows);
        await using var db = _database.Open();
        Assert.Equal(InvitationStatus.OptedOut, (await db.Invitations.SingleAsync()).Status);
        Assert.Equal(AuditAct.MemberErased, (await db.AuditEntries.SingleAsync()).Act);
    }

    [Fact]
    public async Task Erase_MemberNobodyInvited_LeavesNoRow()
    {
        await AddAsync(("7", "Aino", null));

        await new EraseMember(_survey.Database, _time).ExecuteAsync(Manager, new("7", "7"), default);

        await using var db = _database.Open();
        Assert.False(await db.Members.AnyAsync());
    }

    [Fact]
    public async Task Export_HostileTextsAndProtectedMembers_AreHarmlessAndLeftOut()
    {
        await AddAsync(("1", "=HYPERLINK(\"x\")", "a@example.org"), ("2", "Hidden", null), ("3", "Plain, Name", null));
        await ChangeAsync("1", member => member.CallAt("+358 40 123"));
        await ChangeAsync("2", member => member.Stand(MemberStanding.Protected));
        using var file = new MemoryStream();

        var count = (await new ExportMembers(_survey.Database, _time).ExecuteAsync(Manager, new(), file, default)).Value;

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal(2, count);
        Assert.Contains("1,\"'=HYPERLINK(\"\"x\"\")\",a@example.org,+358 40 123,", text, StringComparison.Ordinal);
        Assert.Contains("\"Plain, Name\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_MembersWhoLeftLongAgo_AreErasedAndOthersStay()
    {
        await AddAsync(("1", "Long ago", null), ("2", "Recently", null), ("3", "Unknown day", null), ("4", "Active", null));
        await ChangeAsync("1", member => member.Stand(MemberStanding.Left, new(2026, 5, 23)));
        await ChangeAsync("2", member => member.Stand(MemberStanding.Left, new(2026, 5, 24)));
        await ChangeAsync("3", member => member.Stand(MemberStanding.Left));
        await new ChangeRetention(_survey.Database, _time).ExecuteAsync(Admin, new(6, null), default);

        var before = (await new GetRetention(_survey.Database, _time).ExecuteAsync(Admin, default)).Value;
        var removed = (await new ApplyRetention(_survey.Database, _time).ExecuteAsync(Viewer.Operator, default)).Value;

        Assert.Equal((1, "1"), (before.Members, before.FirstMembers.Single()));
        Assert.Equal(new ApplyRetention.Removed(1, 0), removed);
        Assert.Equal(["2", "3", "4"], (await Find(new())).Value.Rows.Select(row => row.Number));
        Assert.Equal(new ApplyRetention.Removed(0, 0), (await new ApplyRetention(_survey.Database, _time).ExecuteAsync(Admin, default)).Value);
    }

    [Fact]
    public async Task Retention_NoRuleOrBadRule_RemovesNothing()
    {
        await AddAsync(("1", null, null));
        await ChangeAsync("1", member => member.Stand(MemberStanding.Left, new(2000, 1, 1)));

        var refused = await new ChangeRetention(_survey.Database, _time).ExecuteAsync(Admin, new(0, null), default);

        Assert.Equal("Retention.OutOfRange", refused.Errors.Single().Code);
        Assert.Equal(new ApplyRetention.Removed(0, 0), (await new ApplyRetention(_survey.Database, _time).ExecuteAsync(Viewer.Operator, default)).Value);
    }

    [Fact]
    public async Task EveryUseCase_ByAnalyst_IsNotAllowed()
    {
        var analyst = _survey.Staff(Role.Analyst);

        Assert.Equal([AccessErrors.NotAllowed], (await new FindMembers(_survey.Database).ExecuteAsync(analyst, new(new()), default)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await new GetMember(_survey.Database).ExecuteAsync(analyst, "1", default)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await new ChangeMember(_survey.Database, _time).ExecuteAsync(analyst, new("1"), default)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await new EraseMember(_survey.Database, _time).ExecuteAsync(analyst, new("1", "1"), default)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await new ExportMembers(_survey.Database, _time).ExecuteAsync(analyst, new(), Stream.Null, default)).Errors);
        Assert.Equal([AccessErrors.NotAllowed], (await new ApplyRetention(_survey.Database, _time).ExecuteAsync(Manager, default)).Errors);
    }

    private Task<Domain.Primitives.Result<FindMembers.Page>> Find(MemberFilter filter, string? after = null, string? before = null) =>
        new FindMembers(_survey.Database).ExecuteAsync(Manager, new(filter, after, before), default);

    private Task<Domain.Primitives.Result<MemberView>> Get(string number) => new GetMember(_survey.Database).ExecuteAsync(Manager, number, default);

    private async Task AddAsync(params (string Number, string? Name, string? Email)[] members)
    {
        await using var db = _database.Open();
        db.Members.AddRange(members.Select(row => Member.Create(_survey.Fund.Id, row.Number, "fi", row.Name, row.Email)));
        await db.SaveChangesAsync();
    }

    private async Task ChangeAsync(string number, Action<Member> change)
    {
        await using var db = _database.Open();
        change(await db.Members.Include(member => member.Segments).SingleAsync(member => member.Number == number));
        await db.SaveChangesAsync();
    }

    private async Task AnswerAsync(Invitation invitation)
    {
        await using var db = _database.Open();
        await db.Invitations.Where(row => row.Id == invitation.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.Status, InvitationStatus.Answered));
    }

    private async Task CloseAsync(Wave wave)
    {
        await using var db = _database.Open();
        await db.Waves.Where(row => row.Id == wave.Id).ExecuteUpdateAsync(row => row.SetProperty(held => held.Status, WaveStatus.Closed));
    }
}
