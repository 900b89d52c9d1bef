using KassaSurvey.Application.Features;
using KassaSurvey.Application.Features.Face;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Testing;
using Microsoft.Extensions.Time.Testing;

namespace KassaSurvey.Application.Tests.Features.Face;

public sealed class UpdateFundFaceTests : IAsyncLifetime
{
    private static readonly FundFaceContent Words = FundFaceContent.Empty with { Colour = "#17506b", ContactName = "Aino" };

    private readonly FakeTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private TestSurvey _survey = null!;
    private FaceCache _faces = null!;
    private UpdateFundFace _update = null!;

    private Viewer Admin => _survey.Staff(Role.Admin);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _survey = await TestSurvey.AddAsync(_database);
        _faces = new(_database.Database, _clock);
        _update = new(_database.Database, _faces, new QuestionnaireCache(_database.Database, _clock));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Update_ByAnAdmin_IsSeenAtOnce()
    {
        var before = await _faces.GetAsync("test-fund", CancellationToken.None);
        Assert.Null(before!.Colour);

        await MustAsync(Command(0, Words));

        var after = await _faces.GetAsync("test-fund", CancellationToken.None);
        Assert.Equal(("#17506b", "Aino"), (after!.Colour.ToString(), after.Words.ContactName));
        Assert.NotEqual(before.StyleVersion, after.StyleVersion);
    }

    [Fact]
    public async Task Update_OfTwoPeopleAtOnce_TellsTheSecondAndOverwritesNothing()
    {
        await MustAsync(Command(0, Words));
        var read = await ReadAsync();
        await MustAsync(Command(read.Revision, Words with { ContactName = "First" }));

        var second = await _update.ExecuteAsync(Admin, Command(read.Revision, Words with { ContactName = "Second" }), CancellationToken.None);

        Assert.Equal([FaceErrors.ChangedMeanwhile], second.Errors);
        Assert.Equal("First", (await ReadAsync()).Content.ContactName);
    }

    [Fact]
    public async Task Update_WithEverythingWrong_NamesEachAndSavesNothing()
    {
        var bad = Words with
        {
            ContactPhone = "<b>1</b>", ServiceAddress = "javascript:alert(1)", Country = "XX",
            WhyYou = LocalizedText.Same(new string('x', UpdateFundFace.LongestSentence + 1)),
        };

        var refused = await _update.ExecuteAsync(Admin, Command(0, bad) with { ContactEmail = "nobody" }, CancellationToken.None);

        Assert.Equal(
            [FaceErrors.BadEmail, FaceErrors.BadContact, FaceErrors.BadAddress, FaceErrors.BadCountry, FaceErrors.TextTooLong(UpdateFundFace.LongestSentence)],
            refused.Errors);
        Assert.Equal(0, (await ReadAsync()).Revision);
    }

    [Theory]
    [InlineData("#ffee00", "Face.TooPale")]
    [InlineData("url(//evil)", "Face.NotAColour")]
    public async Task Update_WithAColourThatCannotBeUsed_IsRefused(string colour, string error)
    {
        var refused = await _update.ExecuteAsync(Admin, Command(0, Words with { Colour = colour }), CancellationToken.None);

        Assert.Equal(error, Assert.Single(refused.Errors).Code);
        Assert.Equal("", (await ReadAsync()).Content.Colour);
    }

    [Fact]
    public async Task Update_WithAScriptInsteadOfALogo_IsRefused()
    {
        var refused = await _update.ExecuteAsync(
            Admin, Command(0, Words) with { NewLogo = "<svg onload='alert(1)'/>"u8.ToArray() }, CancellationToken.None);

        Assert.Equal([FaceErrors.NotAPicture], refused.Errors);
    }

    [Theory]
    [InlineData(Role.SurveyManager)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Interviewer)]
    public async Task Update_ByOthers_IsRefused(string role)
    {
        var refused = await _update.ExecuteAsync(_survey.Staff(role), Command(0, Words), CancellationToken.None);

        Assert.Equal([AccessErrors.NotAllowed], refused.Errors);
    }

    [Fact]
    public async Task Promise_OfASurveyWithAnOpenWave_CannotChange()
    {
        var set = new SetConfidentiality(_database.Database, new QuestionnaireCache(_database.Database, _clock));
        var command = new SetConfidentiality.Command("member-satisfaction", Confidentiality.Confidential);
        Assert.Empty((await set.ExecuteAsync(Admin, command, CancellationToken.None)).Errors);
        await _survey.AddOpenWaveAsync(2026, new(2026, 11, 1), new(2026, 11, 30));

        var refused = await set.ExecuteAsync(Admin, command with { Confidentiality = Confidentiality.Anonymous }, CancellationToken.None);

        Assert.Equal("Survey.ConfidentialityFixed", Assert.Single(refused.Errors).Code);
    }

    private static UpdateFundFace.Command Command(int revision, FundFaceContent content) =>
        new(revision, LocalizedText.Same("Testikassa"), "kysely@example.org", content, null, RemoveLogo: false);

    private async Task MustAsync(UpdateFundFace.Command command) =>
        Assert.Empty((await _update.ExecuteAsync(Admin, command, CancellationToken.None)).Errors);

    private async Task<GetFundFace.View> ReadAsync() =>
        (await new GetFundFace(_database.Database).ExecuteAsync(Admin, CancellationToken.None)).Value;
}
