using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Responding;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>One reading of a file of answers from its beginning to its end, a batch at a time.</summary>
internal sealed class ImportPass(KassaDbContext context, ImportTarget target, CsvSource file, DateOnly lastDay, ImportPhase phase)
{
    private const int BatchSize = 2000;

    private readonly List<ImportedRow> _pending = new(BatchSize);
    private bool _waveHasImports;

    /// <summary>What is wrong with the file.</summary>
    public ImportIssues Issues { get; } = new();

    /// <summary>Rows read.</summary>
    public int Rows { get; private set; }

    /// <summary>Good rows that are not in the wave yet.</summary>
    public int NewRows { get; private set; }

    /// <summary>Good rows that are in the wave with the same answers.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Rows with something wrong.</summary>
    public int BadRows => Rows - NewRows - AlreadyThere - _pending.Count;

    /// <summary>The earliest day of completion among the new rows.</summary>
    public DateOnly? FirstDay { get; private set; }

    /// <summary>The latest.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Reads the file.</summary>
    /// <param name="take">Takes each batch of new rows.</param>
    /// <param name="progress">Told how far the work is after each batch.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RunAsync(
        Func<IReadOnlyList<ImportedRow>, Task> take, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        _waveHasImports = await context.Responses.AnyAsync(
            row => row.WaveId == target.Wave.Id && row.ExternalId != null, cancellationToken);
        using var rows = file.Open();
        if (await rows.ReadAsync(cancellationToken))
        {
            var columns = ImportColumns.Read(Headings(rows), rows.Line, target, Issues);
            var reader = new ImportRowReader(columns, await RulesAsync(cancellationToken), Issues);
            while (await rows.ReadAsync(cancellationToken))
            {
                Rows++;
                if (reader.Read(rows) is { } row)
                {
                    _pending.Add(row);
                }

                if (_pending.Count == BatchSize || Rows % BatchSize == 0)
                {
                    await TakePendingAsync(take, cancellationToken);
                    progress?.Report(new(phase, rows.BytesRead, file.Length, Rows, BadRows));
                }
            }

            await TakePendingAsync(take, cancellationToken);
        }

        AddProblem(rows.Problem);
        Issues.Sort();
        progress?.Report(new(phase, file.Length, file.Length, Rows, BadRows));
    }

    /// <summary>The headings in the current row.</summary>
    public static ImmutableArray<string> Headings(CsvRows rows)
    {
        var headings = ImmutableArray.CreateBuilder<string>(rows.FieldCount);
        for (var place = 0; place < rows.FieldCount; place++)
        {
            headings.Add(rows.Trimmed(place).ToString());
        }

        return headings.ToImmutable();
    }

    private void AddProblem(ImportIssue? problem)
    {
        if (problem is not null)
        {
            Issues.AddStopping(problem);
        }
        else if (Rows == 0)
        {
            Issues.AddStopping(ImportIssue.Of(0, ImportErrors.NoRows()));
        }
    }

    private async Task<ImportRowRules> RulesAsync(CancellationToken cancellationToken)
    {
        var categories = new SegmentCategories();
        var known = context.Responses.Where(row => row.WaveId == target.Wave.Id).Select(row => row.Segments).Distinct();
        await foreach (var segments in known.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var (name, category) in segments)
            {
                categories.Take(name, category, out _);
            }
        }

        return new(target.Questionnaire, target.Fund.DefaultLanguage, file.Sha256[..12], lastDay, categories);
    }

    /// <summary>Parts the batch into rows that are new, rows that are there, and rows that contradict what is there.</summary>
    private async Task TakePendingAsync(Func<IReadOnlyList<ImportedRow>, Task> take, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(cancellationToken);
        var fresh = new List<ImportedRow>(_pending.Count);
        foreach (var row in _pending)
        {
            if (!stored.TryGetValue(row.Source.ExternalId, out var held))
            {
                fresh.Add(row);
                CountDay(row.Source.CompletedOn);
            }
            else if (row.SaysTheSameAs(held.Response, held.Answers))
            {
                AlreadyThere++;
            }
            else
            {
                Issues.Add(ImportIssue.Of(row.Line, ImportColumns.ResponseId, row.Source.ExternalId, ImportErrors.AlreadyImported()));
            }
        }

        _pending.Clear();
        NewRows += fresh.Count;
        if (fresh.Count > 0)
        {
            await take(fresh);
        }
    }

    private async Task<Dictionary<string, (Response Response, List<Answer> Answers)>> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, (Response Response, List<Answer> Answers)>(StringComparer.OrdinalIgnoreCase);
        if (!_waveHasImports || _pending.Count == 0)
        {
            return stored;
        }

        var ids = _pending.ConvertAll(row => row.Source.ExternalId);
        var held = context.Responses.AsNoTracking()
            .Where(row => row.WaveId == target.Wave.Id && EF.Parameter(ids).Contains(row.ExternalId!));
        var byId = await held.ToDictionaryAsync(row => row.Id, row => (Response: row, Answers: new List<Answer>()), cancellationToken);
        var answers = context.Answers.AsNoTracking().Join(held, answer => answer.ResponseId, row => row.Id, (answer, _) => answer);
        await foreach (var answer in answers.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            // Another import may have come between the two readings: its responses are met when this one writes.
            if (byId.TryGetValue(answer.ResponseId, out var pair))
            {
                pair.Answers.Add(answer);
            }
        }

        foreach (var found in byId.Values)
        {
            stored[found.Response.ExternalId!] = found;
        }

        return stored;
    }

    private void CountDay(DateOnly? day)
    {
        FirstDay = day < FirstDay || FirstDay is null ? day ?? FirstDay : FirstDay;
        LastDay = day > LastDay || LastDay is null ? day ?? LastDay : LastDay;
    }
}
