using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>Shows what a draw would give: who can be drawn, who is passed over and why, sizes by stratum, and how precise the results will be.</summary>
public sealed class PlanSample(IKassaDatabase database, MeasuredWaves waves, TimeProvider time)
{
    /// <summary>Plans it; nothing is written.</summary>
    public async Task<Result<PlannedSample>> ExecuteAsync(Viewer viewer, SampleRequest request, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        var found = await WaveToSample.FindAsync(db, request, time, cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<PlannedSample>.Failed(found.Errors);
        }

        var frame = await ReadFrame.FromAsync(
            new SamplingFrame(db, found.Value.Population, request.Wave), seed: null, request.Design.Variables, cancellationToken);
        var strata = frame.Draw(request.Design).Strata();
        if (strata.Count == 0)
        {
            return SamplingErrors.NobodyEligible;
        }

        var past = await found.Value.PastAsync(db, waves, request.Design, cancellationToken);
        return new PlannedSample(found.Value.Population, frame.Count(), SamplePlan.Of(request.Design, strata, past));
    }
}

/// <summary>What a draw would give.</summary>
/// <param name="Population">Who belongs to it.</param>
/// <param name="Count">How many can be drawn and how many are passed over, by reason.</param>
/// <param name="Plan">Sizes and precision.</param>
public sealed record PlannedSample(SampledPopulation Population, PopulationCount Count, SamplePlan Plan);
