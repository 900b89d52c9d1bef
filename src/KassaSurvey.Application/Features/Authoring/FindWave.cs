using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Authoring;

/// <summary>Finds a wave by what its address says.</summary>
public sealed class FindWave(IKassaDatabase database)
{
    /// <summary>Which wave.</summary>
    /// <param name="SurveyKey">The survey's key.</param>
    /// <param name="Year">The wave's year.</param>
    public sealed record Query(string SurveyKey, int Year);

    /// <summary>Finds it among the waves of the viewer's fund.</summary>
    public async Task<Result<WaveId>> ExecuteAsync(Viewer viewer, Query query, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!ReportingYear.IsValid(query.Year))
        {
            return AuthoringErrors.WaveUnknown;
        }

        await using var db = database.For(viewer);
        var year = new ReportingYear(query.Year);
        var found = await db.Waves.AsNoTracking()
            .Where(wave => wave.Year == year && db.Surveys.Any(survey => survey.Id == wave.SurveyId && survey.Key == query.SurveyKey))
            .Select(wave => (WaveId?)wave.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return found is { } id ? id : AuthoringErrors.WaveUnknown;
    }
}
