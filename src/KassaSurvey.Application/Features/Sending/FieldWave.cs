using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Responding;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>A wave with what its members are told of it.</summary>
/// <param name="Wave">The wave, without its questions.</param>
/// <param name="Form">What members see of it.</param>
internal sealed record FieldWave(Wave Wave, SurveyForm Form)
{
    /// <summary>The languages that can be answered in; others get the language the wave was written in.</summary>
    public string LanguageOf(string language) =>
        Wave.Composition is { Settings: { } settings } && !settings.Languages.Contains(language) ? settings.SourceLanguage : language;

    /// <summary>The hours of a plan in the fund's own zone.</summary>
    public SendingHours HoursOf(SendingPlan plan) =>
        new(plan.SendFrom, plan.SendUntil, TimeZoneInfo.FindSystemTimeZoneById(Country.TimeZoneOf(Form.Face.Country)));

    /// <summary>True when members can answer on this day.</summary>
    public bool IsInFieldAt(DateTime now) => Wave.TakesAnswersOn(DateOnly.FromDateTime(now));

    public static async Task<FieldWave?> LoadAsync(KassaDbContext db, QuestionnaireCache forms, WaveId id, CancellationToken cancellationToken) =>
        await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } wave
            ? new(wave, await forms.GetAsync(wave.FundId, wave.Id, wave.Revision, cancellationToken))
            : null;
}
