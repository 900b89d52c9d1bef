using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists how comparable each question is from year to year.</summary>
public sealed class ListComparability(IKassaDatabase database)
{
    /// <summary>Lists them in the order of the latest questionnaire.</summary>
    public async Task<Result<ImmutableArray<Line>>> ExecuteAsync(Viewer viewer, SurveyId surveyId, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Surveys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == surveyId, cancellationToken) is not { } survey)
        {
            return AuthoringErrors.SurveyUnknown;
        }

        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == survey.FundId, cancellationToken);
        var waves = await db.Waves.AsNoTracking().Where(wave => wave.SurveyId == surveyId)
            .Select(wave => new { wave.Year, wave.Id, wave.Revision }).ToDictionaryAsync(wave => wave.Year, cancellationToken);
        var lineage = await SurveyLineage.LoadAsync(db, survey, fund.DefaultLanguage, cancellationToken);
        var links = lineage.Links().ToLookup(link => link.QuestionCode, StringComparer.OrdinalIgnoreCase);
        return lineage.Codes()
            .Select(code => new Line(code, lineage.LatestText(code),
            [
                .. links[code].OrderByDescending(link => link.ToYear).Select(link => new Pair(
                    link.FromYear.Value, link.ToYear.Value, link.Suggested, link.Limit, link.Decided, link.Reason, link.DecidedBy, link.DecidedAt)
                {
                    WaveId = waves.GetValueOrDefault(link.ToYear)?.Id,
                    Revision = waves.GetValueOrDefault(link.ToYear)?.Revision ?? 0,
                }),
            ]))
            .ToImmutableArray();
    }

    /// <summary>A question and its pairs of years.</summary>
    /// <param name="Code">The question.</param>
    /// <param name="Text">Its latest wording; empty when only its figures are known.</param>
    /// <param name="Pairs">Its pairs of years, latest first.</param>
    public sealed record Line(string Code, LocalizedText Text, ImmutableArray<Pair> Pairs);

    /// <summary>A pair of years that follow each other among those the question was asked in.</summary>
    /// <param name="FromYear">The earlier year.</param>
    /// <param name="ToYear">The later year.</param>
    /// <param name="Suggested">What the program says.</param>
    /// <param name="Limit">The most that may be decided.</param>
    /// <param name="Decided">What a person decided, or null.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="DecidedBy">Who.</param>
    /// <param name="DecidedAt">When, UTC.</param>
    public sealed record Pair(
        int FromYear, int ToYear, QuestionChange Suggested, QuestionChange Limit, QuestionChange? Decided, string Reason, string DecidedBy,
        DateTime? DecidedAt)
    {
        /// <summary>What holds.</summary>
        public QuestionChange Change => Decided ?? Suggested;

        /// <summary>The later year's wave, through which it is decided (see <see cref="ClassifyChange"/>); null for published figures.</summary>
        public WaveId? WaveId { get; init; }

        /// <summary>That wave's revision.</summary>
        public int Revision { get; init; }
    }
}
