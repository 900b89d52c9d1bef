using System.Text;
using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Testing;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Tests.Features.Members;

public sealed class ImportMembersTests : IAsyncLifetime
{
    private const string Whole =
        "Jäsennumero;Nimi;Sähköposti;Puhelin;Katuosoite;Postinumero;Postitoimipaikka;Kieli;Syntymävuosi;Viimeisin asiointi;Asiointikanava;Kiellot;region\n"
        + "1001;Aino Esimerkki;aino@example.org;040 123 4567;Koekatu 1;00100;Helsinki;fi;1980;2026-03-01;phone;sms, kirje;Uusimaa\n"
        + "1002;;;;;;;sv;;;;;Lappi\n";

    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Import_FinnishHeadings_WritesEverythingTheFileSays()
    {
        var report = await ImportAsync(Whole);

        Assert.Equal((ImportOutcome.Imported, 2, 2, 0), (report.Outcome, report.Rows, report.Added, report.BadRows));
        var aino = await MemberAsync("1001");
        Assert.Equal(
            ("Aino Esimerkki", "aino@example.org", "040 123 4567", "fi", 1980), (aino.Name, aino.Email, aino.Phone, aino.Language, aino.BirthYear));
        Assert.Equal(new PostalAddress("Koekatu 1", "00100", "Helsinki"), aino.Address);
        Assert.Equal((new DateOnly(2026, 3, 1), "phone"), (aino.LastContactOn, aino.LastContactChannel));
        Assert.Equal(ContactChannels.Sms | ContactChannels.Letter, aino.Refuses);
        Assert.Equal(("region", "Uusimaa"), (aino.Segments.Single().Name, aino.Segments.Single().Value));
        var other = await MemberAsync("1002");
        Assert.Equal((null, null, "sv"), (other.Email, other.Address, other.Language));
    }

    [Fact]
    public async Task Import_SameFileAgain_ChangesNothing()
    {
        await ImportAsync(Whole);

        var again = await ImportAsync(Whole);

        Assert.Equal((ImportOutcome.NothingNew, 2), (again.Outcome, again.Unchanged));
    }

    [Fact]
    public async Task Import_ChangedRows_WritesThemAndKeepsColumnsTheFileDoesNotHave()
    {
        await ImportAsync(Whole);

        var report = await ImportAsync("member number,REGION,union\n1001,Lappi,A\n1002,Lappi,\n1003,,B\n");

        Assert.Equal((3, 1, 1, 1), (report.Rows, report.Added, report.Changed, report.Unchanged));
        var aino = await MemberAsync("1001");
        Assert.Equal(("aino@example.org", "Koekatu 1"), (aino.Email, aino.Address!.Street));
        Assert.Equal([("region", "Lappi"), ("union", "A")], aino.Segments.Select(row => (row.Name, row.Value)).Order());
    }

    [Fact]
    public async Task Import_BlankRefusal_KeepsWhatTheMemberSaid()
    {
        await ImportAsync("number,refuses\n1,email\n2,email\n");

        await ImportAsync("number,refuses\n1,\n2,none\n");

        Assert.Equal(ContactChannels.Email, (await MemberAsync("1")).Refuses);
        Assert.Equal(ContactChannels.None, (await MemberAsync("2")).Refuses);
    }

    [Fact]
    public async Task Import_OfAMemberWhoSaidNever_TakesNothingBack()
    {
        await ImportAsync("number,refuses\n1,all\n");

        await ImportAsync("number,refuses\n1,none\n");

        Assert.Equal(ContactChannels.All, (await MemberAsync("1")).Refuses);
    }

    [Fact]
    public async Task Import_DryRun_CountsTheSameAndWritesNothing()
    {
        await ImportAsync("number,name\n1,A\n2,B\n");

        var report = await ImportAsync("number,name\n1,A\n2,C\n3,D\n", command => command with { DryRun = true });

        Assert.Equal((ImportOutcome.Checked, 1, 1, 1), (report.Outcome, report.Added, report.Changed, report.Unchanged));
        Assert.Equal("B", (await MemberAsync("2")).Name);
        Assert.Equal(2, await CountAsync(MemberStanding.Active));
    }

    [Theory]
    [InlineData(",a@example.org,,,,,", "number", "MissingValue")]
    [InlineData("1,,,,,,", "number", "DuplicateNumber")]
    [InlineData("2,a b@example.org,,,,,", "e-mail", "BadEmail")]
    [InlineData("2,,12a45,,,,", "phone", "BadPhone")]
    [InlineData("2,,,de,,,", "language", "UnknownLanguage")]
    [InlineData("2,,,,1880,,", "birth year", "BadYear")]
    [InlineData("2,,,,,gone,", "standing", "UnknownStanding")]
    [InlineData("2,,,,,active,2020-01-01", "standing", "ActiveButLeft")]
    [InlineData("2,,,,,left,1.1.2020", "left on", "BadDate")]
    [InlineData("2,,,", "", "TooFewFields")]
    public async Task Import_BadRow_IsListedAndTheOthersGoOn(string row, string column, string reason)
    {
        var report = await ImportAsync($"number,e-mail,phone,language,birth year,standing,left on\n1,,,,,,\n{row}\n");

        var issue = Assert.Single(report.Issues.Listed);
        Assert.Equal((3, column, $"Imports.{reason}"), (issue.Line, issue.Column, issue.Reason.Code));
        Assert.Equal((2, 1, 1), (report.Rows, report.Added, report.BadRows));
    }

    [Fact]
    public async Task Import_Leavers_AreKeptUnlessAskedAndGuardedWhenMany()
    {
        await ImportAsync("number\n" + string.Join('\n', Enumerable.Range(1, 20)));
        var most = "number,phone\n" + string.Join('\n', Enumerable.Range(1, 18).Select(i => $"{i},")) + "\n19,bad\n";

        var kept = await ImportAsync(most);
        var marked = await ImportAsync(most, command => command with { Leavers = Leavers.Mark });
        var many = await ImportAsync("number\n1\n", command => command with { Leavers = Leavers.Mark });
        var confirmed = await ImportAsync("number\n1\n", command => command with { Leavers = Leavers.Mark, ConfirmedLeavers = 18 });

        Assert.Equal((0, 1), (kept.Left, marked.Left));
        Assert.Equal((ImportOutcome.Refused, "Imports.TooManyLeavers"), (many.Outcome, many.Issues.Listed.Single().Reason.Code));
        Assert.Equal((ImportOutcome.Imported, 18), (confirmed.Outcome, confirmed.Left));
        Assert.Equal(1, await CountAsync(MemberStanding.Active));
    }

    [Fact]
    public async Task Import_MemberWhoIsBack_IsActiveButAProtectedOneStaysProtected()
    {
        await ImportAsync("number,standing,left on\n1,left,2020-01-01\n2,turvakielto,\n");

        await ImportAsync("number\n1\n2\n");

        Assert.Equal((MemberStanding.Active, null), ((await MemberAsync("1")).Standing, (await MemberAsync("1")).LeftOn));
        Assert.Equal(MemberStanding.Protected, (await MemberAsync("2")).Standing);
    }

    [Fact]
    public async Task Import_ColumnWithManyDifferentValues_IsNoSegment()
    {
        var report = await ImportAsync("number,hetu\n" + string.Join('\n', Enumerable.Range(1, 300).Select(i => $"{i},x{i}")));

        Assert.Equal((255, 45), (report.Added, report.BadRows));
        Assert.All(report.Issues.Listed, issue => Assert.Equal("Imports.TooManyCategories", issue.Reason.Code));
    }

    [Fact]
    public async Task Import_NoNumberColumn_IsRefused()
    {
        var report = await ImportAsync("name\nAino\n");

        Assert.Equal((ImportOutcome.Refused, "Imports.MissingColumn"), (report.Outcome, report.Issues.Listed.Single().Reason.Code));
    }

    [Fact]
    public async Task Import_ByAnalyst_IsNotAllowed()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Whole));

        var result = await new ImportMembers(_survey.Database, TimeProvider.System)
            .ExecuteAsync(_survey.Staff(Role.Analyst), new(_survey.Fund.Key), content, null, default);

        Assert.Equal([AccessErrors.NotAllowed], result.Errors);
    }

    private async Task<MemberImportReport> ImportAsync(string file, Func<ImportMembers.Command, ImportMembers.Command>? change = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        var command = new ImportMembers.Command(_survey.Fund.Key);
        var result = await new ImportMembers(_survey.Database, TimeProvider.System)
            .ExecuteAsync(_survey.Staff(Role.SurveyManager), change?.Invoke(command) ?? command, content, null, default);
        var report = result.Value;
        if (report.Outcome != ImportOutcome.Refused)
        {
            Assert.Equal(report.Rows, report.Added + report.Changed + report.Unchanged + report.BadRows);
        }

        return report;
    }

    private async Task<Member> MemberAsync(string number)
    {
        await using var db = _database.Open();
        return await db.Members.Include(member => member.Segments).SingleAsync(member => member.Number == number);
    }

    [Fact]
    public async Task Import_ChosenColumns_MeanWhatWasChosen()
    {
        var columns = new Dictionary<string, string> { ["Id"] = "number", ["Notes"] = "-", ["Alue"] = "segment:region" };

        var report = await ImportAsync("Id,Notes,Alue\n1,a,Lappi\n", command => command with { Columns = columns });

        Assert.Equal((1, 0), (report.Added, report.Issues.Count));
        var segment = (await MemberAsync("1")).Segments.Single();
        Assert.Equal(("region", "Lappi"), (segment.Name, segment.Value));
    }

    [Fact]
    public async Task Import_SavedProfile_IsFoundByItsNameAndAnUnknownOneIsTold()
    {
        var profiles = new MemberProfiles(_survey.Database);
        var columns = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("Id", "number");
        Assert.True((await profiles.SaveAsync(_survey.Staff(Role.SurveyManager), new("Register", columns), default)).IsSuccess);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Id\n1\n"));

        var report = await ImportAsync("Id\n1\n", command => command with { Profile = "register" });
        var unknown = await new ImportMembers(_survey.Database, TimeProvider.System)
            .ExecuteAsync(Viewer.Operator, new(_survey.Fund.Key) { Profile = "other" }, content, null, default);

        Assert.Equal(1, report.Added);
        Assert.Equal([MemberErrors.UnknownProfile("other", "Register")], unknown.Errors);
    }

    [Fact]
    public async Task Import_StoppedWhileWriting_SaysWhatIsThereAndTheSameFileDoesTheRest()
    {
        var file = "number\n" + string.Join('\n', Enumerable.Range(1, 7000));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        using var stop = new CancellationTokenSource();
        var progress = new StopAtFirstWriting(stop);

        var stopped = (await new ImportMembers(_survey.Database, TimeProvider.System)
            .ExecuteAsync(_survey.Staff(Role.SurveyManager), new(_survey.Fund.Key), content, progress, stop.Token)).Value;
        var there = await CountAsync(MemberStanding.Active);
        var rest = await ImportAsync(file);

        Assert.Equal(ImportOutcome.Stopped, stopped.Outcome);
        Assert.InRange(there, 1, 6999);
        Assert.Equal(there, stopped.Added);
        Assert.Equal((7000 - there, there), (rest.Added, rest.Unchanged));
    }

    [Fact]
    public async Task Import_QuoteThatIsNeverClosed_ChangesNothingHoweverManyRowsComeBeforeIt()
    {
        var report = await ImportAsync("number,name\n" + string.Join('\n', Enumerable.Range(1, 5000).Select(i => $"{i},a")) + "\n6000,\"open\n");

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Equal(0, await CountAsync(MemberStanding.Active));
    }

    private sealed class StopAtFirstWriting(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Phase == ImportPhase.Writing)
            {
                stop.Cancel();
            }
        }
    }

    private async Task<int> CountAsync(MemberStanding standing)
    {
        await using var db = _database.Open();
        return await db.Members.CountAsync(member => member.Standing == standing);
    }
}
