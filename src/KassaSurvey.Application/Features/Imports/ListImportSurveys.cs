using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>The surveys of the viewer's fund that files can be imported into, and their years.</summary>
public sealed class ListImportSurveys(IKassaDatabase database)
{
    /// <summary>Lists them by key.</summary>
    public async Task<Result<ImmutableArray<ImportSurvey>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var waves = (await db.Waves.AsNoTracking().Select(wave => new { wave.SurveyId, wave.Year, wave.Status }).ToListAsync(cancellationToken))
            .ToLookup(wave => wave.SurveyId);
        var surveys = await db.Surveys.AsNoTracking()
            .Join(db.Funds, survey => survey.FundId, fund => fund.Id, (survey, fund) => new { survey.Id, FundKey = fund.Key, survey.Key, survey.Name })
            .OrderBy(survey => survey.Key)
            .ToListAsync(cancellationToken);
        return surveys
            .Select(survey => new ImportSurvey(
                survey.FundKey, survey.Key, survey.Name,
                waves[survey.Id].ToImmutableSortedDictionary(wave => wave.Year.Value, wave => wave.Status)))
            .ToImmutableArray();
    }
}

/// <summary>A survey that files can be imported into.</summary>
/// <param name="FundKey">Its fund.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Years">Its years and where each stands.</param>
public sealed record ImportSurvey(string FundKey, string Key, LocalizedText Name, ImmutableSortedDictionary<int, WaveStatus> Years);
