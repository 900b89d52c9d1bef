using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Questionnaires;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Invitations;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>Writes the demonstration fund's waves.</summary>
internal sealed class DemonstrationWaves(IKassaDatabase database, KassaDbContext db, Fund fund, Survey survey)
{
    /// <summary>Seed of every random choice; the year is added.</summary>
    private const ulong Seed = 1_025_000;

    private const int InvitedThisYear = 120;
    private const int AnsweredThisYear = 24;

    public async Task AddClosedAsync(int year, SealWave sealWave, CancellationToken cancellationToken)
    {
        var wave = CreateSurvey.AddWave(db, survey, new(year));
        var firstDay = new DateOnly(year, 10, 5);
        wave.MarkImported(firstDay, firstDay.AddDays(27), DemonstrationFigures.InvitedIn(year));
        await db.SaveChangesAsync(cancellationToken);

        var questionnaire = new Questionnaire(wave.Questions);
        var generated = new DemonstrationGenerator(questionnaire, Seed + (ulong)year).Generate(
            DemonstrationFigures.RespondentsIn(year), DemonstrationFigures.ContactShareIn(year), DemonstrationFigures.MeansIn(year));
        DemonstrationComments.Write(generated, Seed + (ulong)year);
        var responses = generated.Select((respondent, index) => Response.Imported(wave, new(
            $"demo-{year}-{index + 1:0000}", respondent.Language, ResponseMode.Web, firstDay.AddDays(index % 28), null, respondent.Segments))).ToList();
        await InsertAsync(questionnaire, generated, responses, cancellationToken);
        await sealWave.AddAsync(db, wave, "", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>This year's wave in the field: some have answered, the others' invitations wait.</summary>
    /// <returns>A waiting invitation, to try the member's side with.</returns>
    public async Task<InvitationId> AddOpenAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var wave = CreateSurvey.AddWave(db, survey, new(today.Year));
        _ = wave.Open(today, today.AddDays(60));
        wave.CountInvited(InvitedThisYear);
        await db.SaveChangesAsync(cancellationToken);

        var questionnaire = new Questionnaire(wave.Questions);
        var generated = new DemonstrationGenerator(questionnaire, Seed + (ulong)today.Year).Generate(
            InvitedThisYear, DemonstrationFigures.ContactShare2020, DemonstrationFigures.MeansIn(DemonstrationFigures.LastYear));
        InvitationId? waiting = null;
        var answered = new List<(DemonstrationRespondent, Response)>();
        for (var i = 0; i < generated.Length; i++)
        {
            var member = Member.Create(fund.Id, $"D{10_001 + i}", generated[i].Language, null, $"member{i + 1}@example.org");
            // Numbers that the regulator keeps for fiction: nobody's phone rings.
            member.CallAt($"+358 457 {577_0000 + i:000 0000}");
            foreach (var (name, value) in generated[i].Segments)
            {
                member.Assign(new(name, value));
            }

            var invitation = Invitation.Create(wave, member);
            db.AddRange(member, invitation);
            if (i < AnsweredThisYear)
            {
                var response = Response.Start(wave, generated[i].Language, generated[i].Segments);
                _ = invitation.Start(response.Id);
                _ = invitation.MarkAnswered();
                _ = response.Submit(today);
                answered.Add((generated[i], response));
            }
            else if (generated[i].Language == fund.DefaultLanguage)
            {
                waiting ??= invitation.Id;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await InsertAsync(questionnaire, [.. answered.Select(pair => pair.Item1)], [.. answered.Select(pair => pair.Item2)], cancellationToken);
        return waiting!.Value;
    }

    /// <summary>2021 and 2022 as published: the scale had changed to 1-6.</summary>
    public void AddPublished()
    {
        var scale = new AnswerScale(1, 6);
        Add(2021, "OVERALL", 5.43, 0.576);
        Add(2021, "HAN_RELIABLE", 5.41, null);
        Add(2021, "HAN_SPEED", 5.33, null);
        Add(2021, "DIG_EASE", 5.37, null);
        Add(2021, "INF_FIND", 5.24, null);
        Add(2021, "PHO_REACH", 4.98, null);
        Add(2022, "OVERALL", 5.51, 0.599);
        Add(2022, "HAN_RELIABLE", 5.49, null);
        Add(2022, "DIG_EASE", 5.42, null);
        Add(2022, "PHO_REACH", 5.02, null);

        void Add(int year, string code, double mean, double? topShare)
        {
            var figure = PublishedFigure.Create(survey, new(year), code);
            figure.Publish(scale, mean, null, null, topShare, $"Member survey {year}, published results");
            db.PublishedFigures.Add(figure);
        }
    }

    private async Task InsertAsync(
        Questionnaire questionnaire, IReadOnlyList<DemonstrationRespondent> respondents, IReadOnlyList<Response> responses, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>(respondents.Count * questionnaire.Questions.Length);
        for (var i = 0; i < respondents.Count; i++)
        {
            foreach (var (code, value) in respondents[i].Answers)
            {
                answers.Add(new(responses[i].Id, questionnaire.Find(code)!.Id, value));
            }
        }

        await database.BulkInsertAsync(db, responses, answers, cancellationToken);
    }
}
