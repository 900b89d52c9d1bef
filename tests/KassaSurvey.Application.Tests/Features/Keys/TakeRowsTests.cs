using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Keys;

public sealed class TakeRowsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Members_WithDifferentFields_ChangeOnlyWhatTheyName()
    {
        var first = await MembersAsync(
            [("number", "1"), ("name", "Aino"), ("email", "aino@example.org"), ("segments.region", "Uusimaa")], [("number", "2"), ("language", "sv")]);
        Assert.Equal([RowOutcome.Added, RowOutcome.Added], first.Select(row => row.Outcome));

        var second = await MembersAsync(
            [("number", "2"), ("language", "sv")], [("number", "1"), ("email", "")], [("number", "3"), ("segments.region", "Lappi")],
            [("number", "1"), ("name", "Twice")], [("number", "4"), ("email", "nowhere")], [("number", "5"), ("shoe", "43")]);

        Assert.Equal(
            [RowOutcome.Unchanged, RowOutcome.Changed, RowOutcome.Added, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused],
            second.Select(row => row.Outcome));
        Assert.Equal(
            [("number", "Imports.DuplicateNumber"), ("email", "Imports.BadEmail"), ("shoe", "Imports.UnknownField")],
            second.SelectMany(row => row.Issues).Select(issue => (issue.Column, issue.Reason.Code)));
        await using var db = _database.Open();
        var aino = await db.Members.Include(member => member.Segments).SingleAsync(member => member.Number == "1");
        Assert.Equal(("Aino", null, "Uusimaa"), (aino.Name, aino.Email, aino.Segments.Single().Value));
    }

    [Fact]
    public async Task Contact_ToldTwice_CountsOnceAndMovesTheLastContact()
    {
        await MembersAsync([("number", "1")]);
        (string, string)[] contact = [("id", "c1"), ("member", "1"), ("at", "2026-11-09T23:30:00+00:00"), ("channel", "phone"), ("waitSeconds", "35"), ("transferred", "false")];

        Assert.Equal(RowOutcome.Added, (await ContactsAsync(contact)).Single().Outcome);
        Assert.Equal(RowOutcome.Unchanged, (await ContactsAsync(contact)).Single().Outcome);
        var other = (await ContactsAsync([.. contact[..3], ("channel", "chat")])).Single();

        Assert.Equal("Imports.OtherContact", other.Issues.Single().Reason.Code);
        await using var db = _database.Open();
        Assert.Equal((35, false), (await db.MemberContacts.Select(row => new { row.WaitSeconds, row.IsTransferred }).SingleAsync() is var kept ? (kept.WaitSeconds!.Value, kept.IsTransferred!.Value) : default));
        var member = await db.Members.SingleAsync();
        // Half past one at night in Helsinki, the day after.
        Assert.Equal((new DateOnly(2026, 11, 10), "phone"), (member.LastContactOn, member.LastContactChannel));
    }

    [Theory]
    [InlineData("at", "2026-11-09T09:30:00", "Imports.BadTime")]
    [InlineData("at", "2026-11-10T11:30:00Z", "Imports.TimeInFuture")]
    [InlineData("member", "9", "Imports.UnknownMember")]
    [InlineData("channel", "", "Imports.MissingValue")]
    [InlineData("waitSeconds", "-1", "Imports.BadWait")]
    [InlineData("transferred", "perhaps", "Imports.BadTruth")]
    public async Task Contact_WithSomethingWrong_IsRefusedWithTheFieldAndTheReason(string field, string value, string code)
    {
        await MembersAsync([("number", "1")]);
        var fields = new Dictionary<string, string> { ["id"] = "c1", ["member"] = "1", ["at"] = "2026-11-09T09:30:00+02:00", ["channel"] = "phone", [field] = value };

        var row = (await ContactsAsync([.. fields.Select(pair => (pair.Key, pair.Value))])).Single();

        var issue = row.Issues.Single();
        Assert.Equal((RowOutcome.Refused, field, code), (row.Outcome, issue.Column, issue.Reason.Code));
    }

    [Fact]
    public async Task Key_MadeUsedAndEnded_OpensItsFundOnlyAsLongAsItIsGood()
    {
        var (open, admin) = (new OpenWithKey(_database.Database, _clock), _survey.Staff(Role.Admin));
        var text = (await new MakeApiKey(_database.Database, _clock).ExecuteAsync(admin, new("Phone", ApiScopes.Contacts), CancellationToken.None)).Value;

        var viewer = await open.ExecuteAsync(text, CancellationToken.None);

        Assert.Equal((_survey.Fund.Id, true, false), (viewer.Fund, viewer.May(ApiScopes.Contacts), viewer.May(ApiScopes.Members)));
        Assert.Equal(Viewer.Nobody, await open.ExecuteAsync(text[..^2] + (text[^2] == 'A' ? "B" : "A") + text[^1], CancellationToken.None));
        var listed = (await new ListApiKeys(_database.Database).ExecuteAsync(admin, CancellationToken.None)).Value.Single();
        Assert.Equal(("Phone", new DateOnly(2026, 11, 10)), (listed.Name, listed.LastUsedOn));
        Assert.DoesNotContain(text[(ApiKey.Prefix.Length + 12)..], string.Join(';', (await _database.DumpAsync())["ApiKeys"].SelectMany(row => row.Values)), StringComparison.Ordinal);
        await new RevokeApiKey(_database.Database, _clock).ExecuteAsync(admin, listed.Id, CancellationToken.None);
        Assert.Equal(Viewer.Nobody, await open.ExecuteAsync(text, CancellationToken.None));
    }

    [Fact]
    public async Task Rows_WithoutTheScope_AreNotTaken()
    {
        var system = Viewer.Machine(_survey.Fund.Id, "s", ApiScopes.Deliveries);

        var members = await new TakeMembers(_database.Database, _clock).ExecuteAsync(system, [], CancellationToken.None);
        var contacts = await new TakeContacts(_database.Database, _clock).ExecuteAsync(system, [], CancellationToken.None);

        Assert.Equal((AccessErrors.NotAllowed, AccessErrors.NotAllowed), (members.Errors.Single(), contacts.Errors.Single()));
    }

    private async Task<IReadOnlyList<RowResult>> MembersAsync(params (string, string)[][] rows) => Checked(await new TakeMembers(_database.Database, _clock)
        .ExecuteAsync(Viewer.Machine(_survey.Fund.Id, "system", ApiScopes.Members), Given(rows), CancellationToken.None));

    private async Task<IReadOnlyList<RowResult>> ContactsAsync(params (string, string)[][] rows) => Checked(await new TakeContacts(_database.Database, _clock)
        .ExecuteAsync(Viewer.Machine(_survey.Fund.Id, "system", ApiScopes.Contacts), Given(rows), CancellationToken.None));

    private static IReadOnlyList<RowResult> Checked(Result<IReadOnlyList<RowResult>> result) => result.Value;

    private static List<GivenRow> Given((string Name, string Value)[][] rows) =>
        [.. rows.Select((row, index) => new GivenRow(index + 1, [.. row.Select(field => KeyValuePair.Create(field.Name, field.Value))]))];
}
