using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Testing;

/// <summary>A fund and its survey in a test database, and the rows that tests add to them.</summary>
public sealed class TestSurvey
{
    private readonly TestDatabase _database;

    private TestSurvey(TestDatabase database, Fund fund, Survey survey) => (_database, Fund, Survey) = (database, fund, survey);

    /// <summary>The database, as use cases take it.</summary>
    public IKassaDatabase Database => _database.Database;

    /// <summary>The fund.</summary>
    public Fund Fund { get; }

    /// <summary>Its survey, with the built-in service areas.</summary>
    public Survey Survey { get; }

    /// <summary>Adds a fund and a survey.</summary>
    public static async Task<TestSurvey> AddAsync(
        TestDatabase database, string fundKey = "test-fund", string surveyKey = "member-satisfaction")
    {
        await using var context = database.Open();
        var fund = Fund.Create(fundKey, LocalizedText.Same("Testikassa"), Languages.Finnish, "kysely@example.org");
        context.Funds.Add(fund);
        var survey = CreateSurvey.Add(context, fund, surveyKey, CreateSurvey.DefaultName);
        await context.SaveChangesAsync();
        return new(database, fund, survey);
    }

    /// <summary>Writes the fund's own words, as far as a wave cannot open without them.</summary>
    public async Task WriteFaceAsync()
    {
        await using var context = _database.Open();
        var face = FundFace.Create(Fund.Id);
        Must(face.Change(FundFaceContent.Empty with { PrivacyNotice = LocalizedText.Same("Vastaukset käsitellään nimettöminä.") }));
        context.Add(face);
        await context.SaveChangesAsync();
    }

    /// <summary>A member of the fund's staff.</summary>
    public Viewer Staff(params string[] roles) => Viewer.Staff(Fund.Id, "test", roles);

    /// <summary>Adds a draft wave with these questions, or with the built-in ones when none are given.</summary>
    public Task<Wave> AddDraftAsync(int year, params QuestionContent[] questions) => AddAsync(year, questions, _ => { });

    /// <summary>Adds a wave that is in the field.</summary>
    public Task<Wave> AddOpenWaveAsync(int year, DateOnly opensOn, DateOnly closesOn, params QuestionContent[] questions) =>
        AddAsync(year, questions, wave => Must(wave.Open(opensOn, closesOn)));

    /// <summary>Adds a member with an invitation to the wave.</summary>
    public async Task<Invitation> InviteAsync(Wave wave, string number, string language = Languages.Finnish, params Segment[] segments)
    {
        await using var context = _database.Open();
        var member = Member.Create(Fund.Id, number, language);
        foreach (var segment in segments)
        {
            member.Assign(segment);
        }

        var invitation = Invitation.Create(wave, member);
        context.AddRange(member, invitation);
        await context.SaveChangesAsync();
        return invitation;
    }

    private static void Must(Result result)
    {
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors));
        }
    }

    private async Task<Wave> AddAsync(int year, QuestionContent[] questions, Action<Wave> prepare)
    {
        await using var context = _database.Open();
        var wave = Wave.Create(Survey, new(year));
        foreach (var content in questions.Length == 0 ? BuiltInQuestionnaire.Questions : questions)
        {
            _ = wave.Add(content).Value;
        }

        prepare(wave);
        context.Waves.Add(wave);
        await context.SaveChangesAsync();
        return wave;
    }
}
