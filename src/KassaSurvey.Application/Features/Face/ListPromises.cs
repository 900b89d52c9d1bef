using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Face;

/// <summary>What each survey of the fund promises its members about their answers.</summary>
public sealed class ListPromises(IKassaDatabase database)
{
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="SurveyName">Its name.</param>
    /// <param name="Confidentiality">The promise.</param>
    /// <param name="IsFixed">True when members have been asked under it: it cannot change any more.</param>
    public sealed record Item(string SurveyKey, LocalizedText SurveyName, Confidentiality Confidentiality, bool IsFixed);

    /// <summary>Reads the list.</summary>
    public async Task<Result<IReadOnlyList<Item>>> ExecuteAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MayAdminister)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var items = new List<Item>();
        foreach (var survey in await db.Surveys.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken))
        {
            var isFixed = await SetConfidentiality.HasBeenAskedAsync(db, survey.Id, cancellationToken);
            items.Add(new(survey.Key, survey.Name, survey.Confidentiality, isFixed));
        }

        return Result.Of<IReadOnlyList<Item>>(items);
    }
}
