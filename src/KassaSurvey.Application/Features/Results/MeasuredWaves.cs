using System.Collections.Concurrent;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace KassaSurvey.Application.Features.Results;

/// <summary>
/// Waves as results read them: the latest sealed version of a closed wave, the live equivalent of an open one.
/// Kept in memory by version, so a page costs one small query per wave and no answers are read twice, also when a result has
/// just been released and everybody opens it at once: the first reader loads, the others wait.
/// </summary>
public sealed class MeasuredWaves : IDisposable
{
    private const long MemoryLimit = 512L * 1024 * 1024;

    private readonly ConcurrentDictionary<WaveId, SemaphoreSlim> _gates = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MemoryLimit });

    /// <summary>The wave's answers now, or null for a draft. The context must already be limited to the viewer's fund.</summary>
    public async Task<MeasuredWave?> FindAsync(KassaDbContext db, WaveVersion wave, CancellationToken cancellationToken)
    {
        if (wave.DataVersion is not { } version)
        {
            return null;
        }

        var key = (wave.Id, version, wave.Revision);
        if (_cache.TryGetValue(key, out MeasuredWave? kept))
        {
            return kept;
        }

        // Each reader loads with its own context and can be cancelled alone: then the next one in the queue loads.
        var gate = _gates.GetOrAdd(wave.Id, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!_cache.TryGetValue(key, out kept))
            {
                kept = await LoadAsync(db, wave, version, cancellationToken);
                using var entry = _cache.CreateEntry(key);
                entry.Value = kept;
                entry.Size = kept.Size;
                // An open wave gets a new version with each answer: the old ones must not crowd out sealed waves.
                entry.SlidingExpiration = wave.SealedVersion is null ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(12);
            }

            return kept;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The waves of a survey with the version of their answers, oldest first; drafts are left out.</summary>
    public static async Task<List<WaveVersion>> ListAsync(KassaDbContext db, SurveyId survey, CancellationToken cancellationToken)
    {
        var waves = await db.Waves.AsNoTracking()
            .Where(wave => wave.SurveyId == survey && wave.Status != WaveStatus.Draft)
            .OrderBy(wave => wave.Year)
            .Select(wave => new
            {
                wave.Id,
                wave.Year,
                wave.Status,
                wave.Revision,
                wave.MarginIndexPoints,
                wave.InvitedCount,
                wave.OpensOn,
                wave.ClosesOn,
                Seal = db.SealedWaves.Where(seal => seal.WaveId == wave.Id).OrderByDescending(seal => seal.Version)
                    .Select(seal => new { seal.Version, seal.Sha256 }).FirstOrDefault(),
                Live = wave.Status == WaveStatus.Open
                    ? db.Responses.Count(response => response.WaveId == wave.Id && response.Status == ResponseStatus.Completed)
                    : 0,
                Erased = wave.Status == WaveStatus.Open ? db.ErasedResponses.Count(erased => erased.WaveId == wave.Id) : 0,
                Unfinished = db.Responses.Count(response => response.WaveId == wave.Id && response.Status == ResponseStatus.InProgress),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. waves.Select(wave => new WaveVersion(
                wave.Id, wave.Year, wave.Status, wave.Revision, wave.MarginIndexPoints, wave.InvitedCount, wave.OpensOn, wave.ClosesOn)
            {
                Unfinished = wave.Unfinished,
                SealedVersion = wave.Status == WaveStatus.Closed ? wave.Seal?.Version : null,
                DataVersion = wave.Status == WaveStatus.Open ? $"live-{wave.Live}-{wave.Erased}"
                    : wave.Seal is { } seal ? SealedForm.DataVersion(seal.Version, seal.Sha256)
                    : null,
            }),
        ];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _cache.Dispose();
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    private static async Task<MeasuredWave> LoadAsync(KassaDbContext db, WaveVersion wave, string version, CancellationToken cancellationToken)
    {
        var questions = await db.Waves.AsNoTracking().Where(row => row.Id == wave.Id)
            .SelectMany(row => row.Questions).ToListAsync(cancellationToken);
        var recipe = await db.Waves.AsNoTracking().Where(row => row.Id == wave.Id).Select(row => row.IndexRecipe).SingleAsync(cancellationToken);
        var questionnaire = new Questionnaire(questions);
        var columns = wave.SealedVersion is { } number
            ? await ReadSealedAsync(db, wave.Id, number, cancellationToken)
            : await AnswerColumns.ReadAsync(db, wave.Id, questionnaire, version, cancellationToken);
        return new MeasuredWave(questionnaire, columns, recipe ?? IndexRecipe.Overall);
    }

    private static async Task<ResponseColumns> ReadSealedAsync(KassaDbContext db, WaveId wave, int version, CancellationToken cancellationToken)
    {
        var seal = await db.SealedWaves.AsNoTracking().SingleAsync(row => row.WaveId == wave && row.Version == version, cancellationToken);
        var columns = await db.SealedColumns.AsNoTracking()
            .Where(column => column.WaveId == wave && column.Version == version).ToListAsync(cancellationToken);
        if (SealedForm.Hash(columns) != seal.Sha256)
        {
            throw new InvalidOperationException($"The sealed answers of wave {wave.Value}, version {version}, do not match their hash.");
        }

        return SealedForm.Read(seal, columns);
    }
}

/// <summary>A wave and the version of its answers.</summary>
public sealed record WaveVersion(
    WaveId Id, ReportingYear Year, WaveStatus Status, int Revision, double MarginIndexPoints, int? Invited, DateOnly? OpensOn, DateOnly? ClosesOn)
{
    /// <summary>Answers begun and not handed in.</summary>
    public int Unfinished { get; init; }

    /// <summary>The sealed version read, or null for an open wave.</summary>
    public int? SealedVersion { get; init; }

    /// <summary>Name of the answers' version; null when a closed wave has not been sealed yet.</summary>
    public string? DataVersion { get; init; }
}
