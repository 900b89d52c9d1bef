using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Persistence;
using KassaSurvey.Infrastructure.Security;
using Microsoft.Data.Sqlite;

namespace KassaSurvey.Benchmarks.Answering;

/// <summary>A fund with the built-in questionnaire in the field and as many invited members as a measurement needs.</summary>
public static class AnsweringDatabase
{
    /// <summary>The database file in the folder.</summary>
    public const string FileName = "kassa.db";

    /// <summary>Makes it.</summary>
    /// <returns>The tokens of the members' links.</returns>
    public static async Task<List<string>> CreateAsync(string folder, int members)
    {
        var connection = $"Data Source={Path.Combine(folder, FileName)}";
        var database = new KassaDatabase(new() { ConnectionString = connection });
        await database.MigrateAsync(CancellationToken.None);
        await using var db = database.For(Viewer.Operator);
        var fund = Fund.Create("bench", LocalizedText.Same("Testikassa"), Languages.Finnish, "kysely@example.org");
        db.Funds.Add(fund);
        var survey = CreateSurvey.Add(db, fund, "member-satisfaction", CreateSurvey.DefaultName);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var wave = Wave.Create(survey, new(today.Year));
        foreach (var content in BuiltInQuestionnaire.Questions)
        {
            _ = wave.Add(content).Value;
        }

        _ = wave.Open(today, today.AddDays(30));
        db.Waves.Add(wave);
        await db.SaveChangesAsync();
        var key = new FileLinkKey(null, folder).Key;
        var tokens = new List<string>(members);
        foreach (var numbers in Enumerable.Range(0, members).Chunk(2000))
        {
            db.ChangeTracker.Clear();
            foreach (var number in numbers)
            {
                var member = Member.Create(fund.Id, $"{number}", Languages.All[number % Languages.All.Count]);
                member.Assign(new("region", $"Region {number % 7}"));
                member.Assign(new("age", $"{20 + (number % 5 * 10)}"));
                var invitation = Invitation.Create(wave, member);
                db.AddRange(member, invitation);
                tokens.Add(InvitationToken.Of(invitation.Id, key.Span));
            }

            await db.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
        return tokens;
    }
}
