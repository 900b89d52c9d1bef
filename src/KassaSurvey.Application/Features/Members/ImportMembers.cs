using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Imports a member file: members are found by their number, good rows go on and bad ones are listed. All of it in one transaction.
/// </summary>
public sealed class ImportMembers(IKassaDatabase database, TimeProvider time)
{
    private const int Batch = 4000;

    /// <summary>More leavers than one in this many active members are taken only when their number is confirmed.</summary>
    private const int LeaversGuard = 10;

    /// <summary>What to import where.</summary>
    /// <param name="FundKey">The fund.</param>
    public sealed record Command(string FundKey)
    {
        /// <summary>Checks the file and changes nothing.</summary>
        public bool DryRun { get; init; }

        /// <summary>What to do with active members whom the file does not name.</summary>
        public Leavers Leavers { get; init; } = Leavers.Keep;

        /// <summary>The number of leavers that somebody has looked at and accepts, when there are many.</summary>
        public int? ConfirmedLeavers { get; init; }
    }

    /// <summary>Imports a file.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="command">What to import where.</param>
    /// <param name="content">The file; a stream that can seek. It stays open.</param>
    /// <param name="progress">Told how far it is, now and then.</param>
    /// <param name="cancellationToken">Stops the work; nothing is imported then.</param>
    public async Task<Result<MemberImportReport>> ExecuteAsync(
        Viewer viewer, Command command, Stream content, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.Funds.AsNoTracking().SingleOrDefaultAsync(row => row.Key == command.FundKey, cancellationToken) is not { } fund)
        {
            return WaveErrors.FundNotFound(command.FundKey);
        }

        var (source, problem) = await CsvSource.InspectAsync(
            content, bytes => progress?.Report(new(ImportPhase.Reading, bytes, content.Length, 0, 0)), cancellationToken);
        if (source is null)
        {
            var issues = new ImportIssues();
            issues.AddStopping(problem!);
            return new MemberImportReport(ImportOutcome.Refused, 0, 0, 0, 0, 0, 0, issues);
        }

        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    db.ChangeTracker.Clear();
                    // Checking writes nothing, so it keeps nobody from writing.
                    await using var transaction = command.DryRun ? null : await db.Database.BeginTransactionAsync(ct);
                    var report = await RunAsync(db, fund, source, command, progress, ct);
                    if (transaction is not null && report.Outcome == ImportOutcome.Imported)
                    {
                        await transaction.CommitAsync(ct);
                    }

                    return report;
                },
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The rows are valid, so only another import of the same members at the same time can be in the way.
            return ImportErrors.MembersChanged();
        }
    }

    private async Task<MemberImportReport> RunAsync(
        KassaDbContext db, Fund fund, CsvSource source, Command command, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var (issues, seen, batch) = (new ImportIssues(), new SeenIds(), new MemberBatch(database, db, fund, !command.DryRun));
        var (count, good) = await ReadAsync(db, fund, source, seen, issues, batch, progress, cancellationToken);
        var left = command.Leavers == Leavers.Mark && !issues.StopImport
            ? await MarkLeaversAsync(db, fund, seen, command, batch.Added, issues, cancellationToken)
            : 0;
        var outcome = command.DryRun ? ImportOutcome.Checked
            : issues.StopImport ? ImportOutcome.Refused
            : batch.Added + batch.Changed + left > 0 ? ImportOutcome.Imported
            : ImportOutcome.NothingNew;
        return new(outcome, count, batch.Added, batch.Changed, batch.Unchanged, count - good, left, issues);
    }

    private async Task<(int Rows, int Good)> ReadAsync(
        KassaDbContext db, Fund fund, CsvSource source, SeenIds seen, ImportIssues issues, MemberBatch batch,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var rows = source.Open();
        var (count, good) = (0, 0);
        if (await rows.ReadAsync(cancellationToken))
        {
            var known = await db.Members.Where(member => member.FundId == fund.Id)
                .SelectMany(member => member.Segments).Select(segment => segment.Name).Distinct().ToListAsync(cancellationToken);
            var columns = MemberColumns.Read(ImportPass.Headings(rows), rows.Line, known, issues);
            if (issues.StopImport)
            {
                return (0, 0);
            }

            var reader = new MemberRowReader(columns, seen, DateOnly.FromDateTime(time.GetUtcNow().AddHours(14).UtcDateTime), issues);
            var pending = new List<MemberRow>(Batch);
            while (await rows.ReadAsync(cancellationToken))
            {
                count++;
                if (reader.Read(rows) is { } row)
                {
                    good++;
                    pending.Add(row);
                }

                if (pending.Count == Batch)
                {
                    await batch.TakeAsync(pending, cancellationToken);
                    pending.Clear();
                    progress?.Report(new(ImportPhase.Writing, rows.BytesRead, source.Length, count, count - good));
                }
            }

            if (pending.Count > 0)
            {
                await batch.TakeAsync(pending, cancellationToken);
            }
        }

        if (rows.Problem is not null || count == 0)
        {
            issues.AddStopping(rows.Problem ?? ImportIssue.Of(0, rows.Line == 0 ? ImportErrors.EmptyFile() : ImportErrors.NoRows()));
        }

        return (count, good);
    }

    /// <summary>Marks the active members whom the file does not name; a number in a refused row counts as named.</summary>
    private async Task<int> MarkLeaversAsync(
        KassaDbContext db, Fund fund, SeenIds seen, Command command, int added, ImportIssues issues, CancellationToken cancellationToken)
    {
        var active = 0;
        var leavers = new List<MemberId>();
        var members = db.Members.AsNoTracking().Where(member => member.FundId == fund.Id && member.Standing == MemberStanding.Active);
        await foreach (var member in members.Select(member => new { member.Id, member.Number }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            active++;
            if (!seen.Contains(member.Number))
            {
                leavers.Add(member.Id);
            }
        }

        // Those who came with this file do not make the guard wider.
        var before = command.DryRun ? active : active - added;
        if (leavers.Count * (long)LeaversGuard > before && command.ConfirmedLeavers != leavers.Count)
        {
            issues.AddStopping(ImportIssue.Of(0, ImportErrors.TooManyLeavers(leavers.Count, before)));
            return 0;
        }

        // Their day of leaving is not in the file: it was known at the latest today, and retention counts from there.
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var ids in command.DryRun ? [] : leavers.Chunk(Batch))
        {
            await db.Members.Where(member => EF.Parameter(ids).Contains(member.Id))
                .ExecuteUpdateAsync(
                    member => member.SetProperty(held => held.Standing, MemberStanding.Left).SetProperty(held => held.LeftOn, today), cancellationToken);
        }

        return leavers.Count;
    }
}
