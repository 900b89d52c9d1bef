using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Counts how many members a new survey could ask today if the fund left its members in peace for so many months. Nothing is written.</summary>
public sealed class PreviewContactPolicy(IKassaDatabase database, TimeProvider time)
{
    /// <summary>Counts every member of the fund.</summary>
    /// <param name="viewer">Who runs surveys.</param>
    /// <param name="monthsBetween">Months, 0 to <see cref="ContactPolicy.LongestMonths"/>; 0 = no limit.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public async Task<Result<PopulationCount>> ExecuteAsync(Viewer viewer, int monthsBetween, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (ContactPolicy.Problem(monthsBetween) is { } problem)
        {
            return problem;
        }

        await using var db = database.For(viewer);
        var everybody = new SampledPopulation("", [], monthsBetween, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        // The id of no wave: every earlier invitation counts as another survey's.
        return await CountPopulation.CountAsync(new SamplingFrame(db, everybody, default), cancellationToken);
    }
}
