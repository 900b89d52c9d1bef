using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Members;

/// <summary>
/// Imports a member file: members are found by their number, good rows go on and bad ones are listed. The whole file is read before the
/// first row is written; then it is written in batches, each in a transaction of its own, so that members who answer meanwhile wait for
/// one batch at most. What stops half-way is done by importing the same file again.
/// </summary>
public sealed class ImportMembers(IKassaDatabase database, TimeProvider time)
{
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

        /// <summary>What headings mean, as <see cref="MemberFileFields"/> names it; headings not named are recognised by their words.</summary>
        public IReadOnlyDictionary<string, string>? Columns { get; init; }

        /// <summary>The name of the profile that says what headings mean, when <see cref="Columns"/> does not.</summary>
        public string? Profile { get; init; }

        /// <summary>Takes everything that is wrong, however much it is.</summary>
        public Action<ImportIssue>? OnIssue { get; init; }

        /// <summary>Takes the number of each leaver.</summary>
        public Action<string>? OnLeaver { get; init; }
    }

    /// <summary>Imports a file.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="command">What to import where.</param>
    /// <param name="content">The file as CSV; a stream that can seek. It stays open.</param>
    /// <param name="progress">Told how far it is, now and then.</param>
    /// <param name="cancellationToken">Stops the work: while reading nothing is imported, while writing the batches written stay.</param>
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

        var columns = await MemberProfiles.ColumnsAsync(db, fund.Id, command, cancellationToken);
        if (!columns.IsSuccess)
        {
            return Result<MemberImportReport>.Failed(columns.Errors);
        }

        var (source, problem) = await CsvSource.InspectAsync(
            content, bytes => progress?.Report(new(ImportPhase.Reading, bytes, content.Length, 0, 0)), cancellationToken);
        var issues = new ImportIssues(command.OnIssue);
        if (source is null)
        {
            issues.AddStopping(problem!);
            return new MemberImportReport(ImportOutcome.Refused, 0, 0, 0, 0, 0, 0, issues);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var known = await db.Members.Where(member => member.FundId == fund.Id)
            .SelectMany(member => member.Segments).Select(segment => segment.Name).Distinct().ToListAsync(cancellationToken);
        var work = new Work(db, fund, viewer, command, issues, progress, () => new(source, known, columns.Value, LastDay));
        return command.DryRun ? await CheckAsync(work, cancellationToken) : await ImportAsync(work, cancellationToken);
    }

    /// <summary>A day that has begun somewhere on earth is no day in the future.</summary>
    private DateOnly LastDay => DateOnly.FromDateTime(time.GetUtcNow().AddHours(14).UtcDateTime);

    private async Task<MemberImportReport> CheckAsync(Work work, CancellationToken cancellationToken)
    {
        var batch = new MemberBatch(database, work.Db, work.Fund, write: false);
        var pass = work.NewPass();
        await pass.RunAsync(work.Issues, rows => batch.TakeAsync([.. rows], cancellationToken), ImportPhase.Checking, work.Progress, cancellationToken);
        var left = 0;
        if (work.Command.Leavers == Leavers.Mark && !work.Issues.StopImport)
        {
            var leavers = await MemberLeavers.FindAsync(work.Db, work.Fund.Id, pass.Seen, work.Command.OnLeaver, cancellationToken);
            left = leavers.Count;
            if (leavers.TooMany(work.Command.ConfirmedLeavers) is { } tooMany)
            {
                work.Issues.AddStopping(tooMany);
            }
        }

        return new(ImportOutcome.Checked, pass.Rows, batch.Added, batch.Changed, batch.Unchanged, pass.BadRows, left, work.Issues);
    }

    private async Task<MemberImportReport> ImportAsync(Work work, CancellationToken cancellationToken)
    {
        // All of it is read before any of it is written: a file that cannot be read to its end changes nothing.
        var check = work.NewPass();
        await check.RunAsync(work.Issues, null, ImportPhase.Checking, work.Progress, cancellationToken);
        var leavers = work.Command.Leavers == Leavers.Mark && !work.Issues.StopImport
            ? await MemberLeavers.FindAsync(work.Db, work.Fund.Id, check.Seen, work.Command.OnLeaver, cancellationToken)
            : new();
        if (leavers.TooMany(work.Command.ConfirmedLeavers) is { } tooMany)
        {
            work.Issues.AddStopping(tooMany);
        }

        if (work.Issues.StopImport)
        {
            return new(ImportOutcome.Refused, check.Rows, 0, 0, 0, check.BadRows, leavers.Count, work.Issues);
        }

        var batch = new MemberBatch(database, work.Db, work.Fund, write: true);
        var (left, isWhole) = await WriteAsync(work, batch, leavers, cancellationToken);
        var changed = batch.Added + batch.Changed + left;
        var outcome = !isWhole ? ImportOutcome.Stopped : changed > 0 ? ImportOutcome.Imported : ImportOutcome.NothingNew;
        var report = new MemberImportReport(outcome, check.Rows, batch.Added, batch.Changed, batch.Unchanged, check.BadRows, left, work.Issues);
        if (changed > 0)
        {
            work.Db.AuditEntries.Add(AuditEntry.Of(
                work.Fund.Id, AuditAct.MembersImported, work.Viewer.Name, time.GetUtcNow().UtcDateTime, changed,
                $"{outcome}: added {batch.Added}, changed {batch.Changed}, left {left}, refused {check.BadRows}"));
            // The members are in: stopping now would only deny it.
            await work.Db.SaveChangesAsync(CancellationToken.None);
        }

        return report;
    }

    /// <returns>How many were marked as having left, and whether everything was written.</returns>
    private async Task<(int Left, bool IsWhole)> WriteAsync(Work work, MemberBatch batch, MemberLeavers leavers, CancellationToken cancellationToken)
    {
        try
        {
            // What is wrong has been listed by now.
            await work.NewPass().RunAsync(
                new ImportIssues(), rows => WriteAsync(work.Db, batch, [.. rows], cancellationToken), ImportPhase.Writing, work.Progress, cancellationToken);
            return (await leavers.MarkAsync(work.Db, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken), true);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            work.Db.ChangeTracker.Clear();
            return (0, false);
        }
        catch (DbUpdateException)
        {
            // The rows are valid, so only another import of the same members at the same time can be in the way.
            work.Issues.Add(ImportIssue.Of(0, ImportErrors.MembersChanged()));
            work.Db.ChangeTracker.Clear();
            return (0, false);
        }
    }

    private static Task WriteAsync(KassaDbContext db, MemberBatch batch, IReadOnlyCollection<MemberRow> rows, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async ct =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var counts = batch.Counts;
                try
                {
                    await batch.TakeAsync(rows, ct);
                    await transaction.CommitAsync(ct);
                }
                catch
                {
                    batch.Counts = counts;
                    throw;
                }
            },
            cancellationToken);

    /// <summary>What the parts of one import share.</summary>
    private sealed record Work(
        KassaDbContext Db, Fund Fund, Viewer Viewer, Command Command, ImportIssues Issues, IProgress<ImportProgress>? Progress, Func<MemberFilePass> NewPass);
}
