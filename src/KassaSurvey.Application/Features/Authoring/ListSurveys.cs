using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Lists the surveys of the viewer's fund with their waves.</summary>
public sealed class ListSurveys(IKassaDatabase database)
{
    /// <summary>Lists them by key.</summary>
    public async Task<Result<ImmutableArray<SurveyLine>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var rows = await db.Waves.AsNoTracking()
            .OrderByDescending(wave => wave.Year)
            .Select(wave => new
            {
                wave.SurveyId,
                wave.FundId,
                Line = new
                {
                    wave.Id, wave.Year, wave.Status, wave.OpensOn, wave.ClosesOn, Questions = wave.Questions.Count, wave.InvitedCount, wave.ChangedBy, wave.ChangedAt, wave.Revision,
                    Completed = db.Responses.Count(response => response.WaveId == wave.Id && response.Status == ResponseStatus.Completed),
                },
            })
            .ToListAsync(cancellationToken);
        var minimum = await db.Funds.AsNoTracking().ToDictionaryAsync(fund => fund.Id, fund => fund.MinimumCell, cancellationToken);
        var waves = rows.ToLookup(row => row.SurveyId, row => new WaveLine(
            row.Line.Id, row.Line.Year.Value, row.Line.Status, row.Line.OpensOn, row.Line.ClosesOn, row.Line.Questions, row.Line.InvitedCount,
            row.Line.Completed > 0 && row.Line.Completed < minimum[row.FundId] ? null : row.Line.Completed,
            row.Line.ChangedBy, row.Line.ChangedAt, row.Line.Revision));
        var surveys = await db.Surveys.AsNoTracking()
            .Join(db.Funds, survey => survey.FundId, fund => fund.Id, (survey, fund) => new { survey.Id, FundKey = fund.Key, survey.Key, survey.Name })
            .OrderBy(survey => survey.Key)
            .ToListAsync(cancellationToken);
        return surveys
            .Select(survey => new SurveyLine(survey.Id, survey.FundKey, survey.Key, survey.Name, [.. waves[survey.Id]]))
            .ToImmutableArray();
    }

    /// <summary>A survey.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="FundKey">Its fund.</param>
    /// <param name="Key">Its name in addresses.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Waves">Its waves, latest first.</param>
    public sealed record SurveyLine(SurveyId Id, string FundKey, string Key, LocalizedText Name, ImmutableArray<WaveLine> Waves);

    /// <summary>A wave.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="OpensOn">First day of answering.</param>
    /// <param name="ClosesOn">Last day of answering.</param>
    /// <param name="Questions">How many questions it asks.</param>
    /// <param name="Invited">How many were invited, or null when unknown.</param>
    /// <param name="Completed">Completed responses; null when there are some, but too few to say.</param>
    /// <param name="ChangedBy">Who composed it last.</param>
    /// <param name="ChangedAt">When, UTC.</param>
    /// <param name="Revision">The revision that a deletion names.</param>
    public sealed record WaveLine(
        WaveId Id, int Year, WaveStatus Status, DateOnly? OpensOn, DateOnly? ClosesOn, int Questions, int? Invited, int? Completed,
        string ChangedBy, DateTime? ChangedAt, int Revision);
}
