using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Benchmarks.Analysis;
using KassaSurvey.Benchmarks.Load;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Benchmarks.Pages;

/// <summary>The demonstration, whose people can sign in, with a survey more for each size of wave.</summary>
internal static class PagesDatabase
{
    public const int FirstYear = 2016;
    public const int Years = 10;

    private static readonly DateOnly Day = new(2026, 1, 2);

    /// <summary>Makes it.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="surveys">Key of each survey, and the responses of its last wave; the waves before have 10 000.</param>
    public static async Task CreateAsync(string path, params IEnumerable<(string Key, int Years, int Responses)> surveys)
    {
        await using (await ServerProcess.StartProgramAsync(path, "demo"))
        {
            // What it does before it serves is done when it answers.
        }

        var database = new KassaDatabase(new() { ConnectionString = $"Data Source={path}" });
        foreach (var (key, years, responses) in surveys)
        {
            await using var db = database.For(Viewer.Operator);
            var fund = await db.Funds.SingleAsync(row => row.Key == CreateDemonstration.FundKey);
            var survey = Survey.Create(fund.Id, key, LocalizedText.Same(key));
            db.Surveys.Add(survey);
            var areas = GeneratedWave.Questionnaire.Questions.Select(question => question.AreaCode).OfType<string>().Distinct(StringComparer.Ordinal);
            db.ServiceAreas.AddRange(areas.Select((code, order) => ServiceArea.Create(survey, code, order + 1, LocalizedText.Same(code))));
            for (var year = 0; year < years; year++)
            {
                Add(db, survey, FirstYear + Years - years + year, year == years - 1 ? responses : 10_000, year);
            }

            await db.SaveChangesAsync();
        }

        SqliteConnection.ClearAllPools();
    }

    private static void Add(Application.Data.KassaDbContext db, Survey survey, int year, int responses, int part)
    {
        var wave = Wave.Create(survey, new ReportingYear(year));
        foreach (var question in GeneratedWave.Questionnaire.Questions)
        {
            _ = wave.Add(new(question.Code, question.Kind, question.Text)
            {
                AreaCode = question.AreaCode, Scale = question.Scale, AllowsCantSay = question.AllowsCantSay, Options = question.Options,
            }).Value;
        }

        wave.MarkImported(Day, Day, responses * 3);
        var columns = SealedForm.Write(wave.Id, 1, GeneratedWave.Of(responses, weighted: false, part));
        db.Waves.Add(wave);
        db.SealedWaves.Add(SealedWave.Create(wave, 1, responses, SealedForm.Hash(columns), Day, ""));
        db.SealedColumns.AddRange(columns);
    }
}
