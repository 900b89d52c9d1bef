using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Analysis;

/// <summary>A closed wave as it is sealed now, with what must stay hidden of it.</summary>
internal sealed record ClosedWave(Wave Wave, int Version, ResponseColumns Columns, DisclosureRule Rule)
{
    public static async Task<Result<ClosedWave>> FindAsync(KassaDbContext db, MeasuredWaves waves, WaveId id, CancellationToken cancellationToken)
    {
        var wave = await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Status == WaveStatus.Closed, cancellationToken);
        var version = wave is null ? null : (await MeasuredWaves.ListAsync(db, wave.SurveyId, cancellationToken)).Single(row => row.Id == id);
        if (version?.SealedVersion is not { } sealedVersion || await waves.FindAsync(db, version, cancellationToken) is not { } measured)
        {
            return SealErrors.NotClosed;
        }

        var minimum = await db.Funds.Where(fund => fund.Id == wave!.FundId).Select(fund => fund.MinimumCell).SingleAsync(cancellationToken);
        return new ClosedWave(wave!, sealedVersion, measured.Columns, new DisclosureRule(minimum));
    }
}
