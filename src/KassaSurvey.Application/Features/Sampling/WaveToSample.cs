using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sampling;

/// <summary>The wave to be sampled with its population. Shared by planning and drawing, so that what is drawn is what was shown.</summary>
internal sealed record WaveToSample(Wave Wave, SampledPopulation Population)
{
    /// <summary>Finds and checks them.</summary>
    public static async Task<Result<WaveToSample>> FindAsync(
        KassaDbContext db, SampleRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        List<Error> problems = [.. request.Design.Problems(), .. EligibilityRule.Problems(request.Conditions)];
        if (problems.Count > 0)
        {
            return Result<WaveToSample>.Failed(problems);
        }

        var wave = await db.Waves.SingleOrDefaultAsync(row => row.Id == request.Wave, cancellationToken);
        if (wave is null || wave.Status == WaveStatus.Closed)
        {
            return SamplingErrors.WaveClosed;
        }

        if (await UnknownVariableAsync(db, request.Design, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var name = await db.EligibilityRules.Where(rule => rule.Id == request.Rule).Select(rule => rule.Name).SingleOrDefaultAsync(cancellationToken);
        return new WaveToSample(wave, await FundPolicy.PopulationAsync(db, name ?? "", request.Conditions, time, cancellationToken));
    }

    /// <summary>How much the overall grade varied in the survey's last measured wave.</summary>
    public async Task<PastDeviations> PastAsync(KassaDbContext db, MeasuredWaves waves, SampleDesign design, CancellationToken cancellationToken)
    {
        var minimum = await db.Funds.Where(fund => fund.Id == Wave.FundId).Select(fund => fund.MinimumCell).SingleAsync(cancellationToken);
        var versions = await MeasuredWaves.ListAsync(db, Wave.SurveyId, cancellationToken);
        var last = versions.LastOrDefault(version => version.Status == WaveStatus.Closed && version.DataVersion is not null && version.Year.Value < Wave.Year.Value);
        return last is not null && await waves.FindAsync(db, last, cancellationToken) is { } measured
            ? PastDeviations.Read(last.Year.Value, measured.Questionnaire, measured.Columns, design.Variables, new DisclosureRule(minimum))
            : PastDeviations.None;
    }

    private static async Task<Error?> UnknownVariableAsync(KassaDbContext db, SampleDesign design, CancellationToken cancellationToken)
    {
        foreach (var variable in design.Variables.Where(variable => variable != SampleDesign.ByLanguage))
        {
            if (!await db.Members.AnyAsync(member => member.Segments.Any(segment => segment.Name == variable), cancellationToken))
            {
                var known = await db.Members.SelectMany(member => member.Segments).Select(segment => segment.Name).Distinct().Order().ToListAsync(cancellationToken);
                return SamplingErrors.VariableUnknown(variable, string.Join(", ", (string[])[SampleDesign.ByLanguage, .. known]));
            }
        }

        return null;
    }
}

/// <summary>What is to be drawn.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Rule">The saved rule that the conditions come from, for the record; null = none.</param>
/// <param name="Conditions">Who belongs to the population.</param>
/// <param name="Design">How it is drawn.</param>
public sealed record SampleRequest(WaveId Wave, EligibilityRuleId? Rule, ImmutableArray<EligibilityCondition> Conditions, SampleDesign Design);
