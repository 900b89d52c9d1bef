using System.Collections.Immutable;
using KassaSurvey.Application.Features.Imports;

namespace KassaSurvey.Application.Features.Members;

/// <summary>One reading of a member file from its beginning to its end, a batch of good rows at a time.</summary>
internal sealed class MemberFilePass(CsvSource source, IReadOnlyList<string> knownSegments, IReadOnlyDictionary<string, string> meanings, DateOnly lastDay)
{
    /// <summary>Rows at once. On SQLite a batch holds the lock for some tenths of a second; answers wait that long at most.</summary>
    public const int Batch = 2000;

    /// <summary>The numbers that the file names; one in a refused row counts as named.</summary>
    public SeenIds Seen { get; } = new();

    /// <summary>Rows read.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows with something wrong.</summary>
    public int BadRows { get; private set; }

    /// <summary>Reads the file.</summary>
    /// <param name="issues">Takes what is wrong.</param>
    /// <param name="take">Takes each batch; null when the rows are only looked at.</param>
    /// <param name="phase">What the progress says is being done.</param>
    /// <param name="progress">Told how far it is, now and then.</param>
    /// <param name="cancellationToken">Stops the reading between two rows.</param>
    public async Task RunAsync(
        ImportIssues issues, Func<IReadOnlyCollection<MemberRow>, Task>? take, ImportPhase phase, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var rows = source.Open();
        if (await rows.ReadAsync(cancellationToken))
        {
            var columns = MemberColumns.Read(ImportPass.Headings(rows), rows.Line, knownSegments, meanings, issues);
            if (issues.StopImport)
            {
                return;
            }

            await ReadRowsAsync(rows, new(columns, Seen, lastDay, issues) { NamedIsBack = true }, take, phase, progress, cancellationToken);
        }

        if (rows.Problem is not null || Rows == 0)
        {
            issues.AddStopping(rows.Problem ?? ImportIssue.Of(0, rows.Line == 0 ? ImportErrors.EmptyFile() : ImportErrors.NoRows()));
        }
    }

    /// <summary>What headings mean, whatever their case.</summary>
    public static IReadOnlyDictionary<string, string> Meanings(IReadOnlyDictionary<string, string>? chosen) =>
        (chosen ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(pair => pair.Key.Trim(), pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private async Task ReadRowsAsync(
        CsvRows rows, MemberRowReader reader, Func<IReadOnlyCollection<MemberRow>, Task>? take, ImportPhase phase, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var pending = new List<MemberRow>(Batch);
        while (await rows.ReadAsync(cancellationToken))
        {
            Rows++;
            var row = reader.Read(rows);
            BadRows += row is null ? 1 : 0;
            if (row is not null && take is not null)
            {
                pending.Add(row);
            }

            if (pending.Count == Batch)
            {
                await take!(pending);
                pending.Clear();
            }

            if (Rows % Batch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new(phase, rows.BytesRead, source.Length, Rows, BadRows));
            }
        }

        if (pending.Count > 0)
        {
            await take!(pending);
        }
    }
}
