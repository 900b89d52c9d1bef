using System.Collections.Immutable;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Imports;

/// <summary>
/// Imports a file of answers. The whole file is checked before anything is written; it is then written in one transaction,
/// so that a crash leaves either all of it or none.
/// </summary>
public sealed class ImportResponses(IKassaDatabase database, SealWave sealWave, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>What to import where.</summary>
    /// <param name="FundKey">The fund.</param>
    /// <param name="SurveyKey">The survey.</param>
    /// <param name="Year">The wave's year.</param>
    /// <param name="FileName">The file's name, for the log of sealed versions.</param>
    public sealed record Command(string FundKey, string SurveyKey, int Year, string FileName)
    {
        /// <summary>The scale of questions that the import makes.</summary>
        public AnswerScale Scale { get; init; } = AnswerScale.OneToSeven;

        /// <summary>Makes the fund, the survey, the wave and questions that are missing.</summary>
        public bool Create { get; init; }

        /// <summary>Checks the file and changes nothing.</summary>
        public bool DryRun { get; init; }

        /// <summary>What to do when there are bad rows.</summary>
        public BadRows BadRows { get; init; } = BadRows.TakeNothing;
    }

    private sealed record File(CsvSource Source, ImmutableArray<string> Headings, IReadOnlySet<string> Numeric);

    private sealed record Written(ImportPass Pass, ImportTarget Target);

    /// <summary>Imports a file.</summary>
    /// <param name="viewer">Who imports.</param>
    /// <param name="command">What to import where.</param>
    /// <param name="content">The file; a stream that can seek. It stays open.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancellationToken">Stops the work; nothing is imported then.</param>
    public async Task<Result<ImportReport>> ExecuteAsync(
        Viewer viewer, Command command, Stream content, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (Validate(viewer, command) is { } refused)
        {
            return refused;
        }

        var (file, problem) = await OpenAsync(command, content, progress, cancellationToken);
        if (file is null)
        {
            return Unreadable(problem!);
        }

        var checkedFile = await CheckAsync(viewer, command, file, progress, cancellationToken);
        if (!checkedFile.IsSuccess)
        {
            return Result<ImportReport>.Failed(checkedFile.Errors);
        }

        var (pass, target) = checkedFile.Value;
        if (command.DryRun || MustRefuse(pass, command))
        {
            return Report(command.DryRun ? ImportOutcome.Checked : ImportOutcome.Refused, pass, target, file);
        }

        if (pass.NewRows == 0 && target.AddedQuestions.IsEmpty)
        {
            return Report(ImportOutcome.NothingNew, pass, target, file);
        }

        var written = await WriteAsync(viewer, command, file, pass, progress, cancellationToken);
        return written.IsSuccess
            ? Report(
                MustRefuse(written.Value.Pass, command) ? ImportOutcome.Refused : ImportOutcome.Imported,
                written.Value.Pass, written.Value.Target, file)
            : Result<ImportReport>.Failed(written.Errors);
    }

    private static Error? Validate(Viewer viewer, Command command)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        if (!CodeText.IsKey(command.FundKey) || !CodeText.IsKey(command.SurveyKey))
        {
            return ImportErrors.BadKey(CodeText.IsKey(command.FundKey) ? command.SurveyKey : command.FundKey);
        }

        return ReportingYear.IsValid(command.Year) ? null : ImportErrors.BadYear(ReportingYear.Earliest, ReportingYear.Latest);
    }

    private static bool MustRefuse(ImportPass pass, Command command) =>
        pass.Issues.StopImport || (pass.BadRows > 0 && command.BadRows == BadRows.TakeNothing);

    private static ImportReport Unreadable(ImportIssue problem)
    {
        var issues = new ImportIssues();
        issues.AddStopping(problem);
        return new(ImportOutcome.Refused, 0, 0, 0, 0, issues, [], "");
    }

    private static ImportReport Report(ImportOutcome outcome, ImportPass pass, ImportTarget target, File file) => new(
        outcome, pass.Rows, pass.NewRows, pass.AlreadyThere, pass.BadRows, pass.Issues, target.AddedQuestions, file.Source.Sha256);

    private static async Task<(File? File, ImportIssue? Problem)> OpenAsync(
        Command command, Stream content, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var total = content.Length;
        var (source, problem) = await CsvSource.InspectAsync(
            content, bytes => progress?.Report(new(ImportPhase.Reading, bytes, total, 0, 0)), cancellationToken);
        if (source is null)
        {
            return (null, problem);
        }

        using var rows = source.Open();
        if (!await rows.ReadAsync(cancellationToken))
        {
            return (null, rows.Problem ?? ImportIssue.Of(0, ImportErrors.EmptyFile()));
        }

        var headings = ImportPass.Headings(rows);
        var numeric = command.Create ? await NumericColumns.FindAsync(source, headings, cancellationToken) : new HashSet<string>();
        return (new(source, headings, numeric), null);
    }

    private async Task<Result<Written>> CheckAsync(
        Viewer viewer, Command command, File file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        var target = await ImportTarget.PrepareAsync(db, viewer, command, file.Headings, file.Numeric, cancellationToken);
        if (!target.IsSuccess)
        {
            return Result<Written>.Failed(target.Errors);
        }

        var pass = new ImportPass(db, target.Value, file.Source, LastDay(), ImportPhase.Checking);
        await pass.RunAsync(_ => Task.CompletedTask, progress, cancellationToken);
        return new Written(pass, target.Value);
    }

    private async Task<Result<Written>> WriteAsync(
        Viewer viewer, Command command, File file, ImportPass check, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        try
        {
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                token => WriteOnceAsync(viewer, command, file, check, progress, token), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ImportErrors.WaveChanged();
        }
    }

    private async Task<Result<Written>> WriteOnceAsync(
        Viewer viewer, Command command, File file, ImportPass check, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = database.For(viewer);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var prepared = await ImportTarget.PrepareAsync(db, viewer, command, file.Headings, file.Numeric, cancellationToken);
        if (!prepared.IsSuccess)
        {
            return Result<Written>.Failed(prepared.Errors);
        }

        var target = prepared.Value;
        await TakeWaveAsync(db, target, check, cancellationToken);
        var pass = new ImportPass(db, target, file.Source, LastDay(), ImportPhase.Writing);
        await pass.RunAsync(rows => InsertAsync(db, target.Wave, rows, cancellationToken), progress, cancellationToken);
        if (!MustRefuse(pass, command))
        {
            await SealAsync(db, target, command.FileName, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new Written(pass, target);
    }

    /// <summary>Writes the wave first: of two imports into one wave, the second then waits and finds the wave changed.</summary>
    private static async Task TakeWaveAsync(
        KassaDbContext db, ImportTarget target, ImportPass check, CancellationToken cancellationToken)
    {
        var wave = target.Wave;
        if (target.IsImported)
        {
            var (first, last) = (check.FirstDay, check.LastDay);
            wave.MarkImported(
                wave.OpensOn < first ? wave.OpensOn : first ?? wave.OpensOn,
                wave.ClosesOn > last ? wave.ClosesOn : last ?? wave.ClosesOn,
                invited: null);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var taken = await db.Waves.Where(row => row.Id == wave.Id && row.Revision == wave.Revision)
            .ExecuteUpdateAsync(row => row.SetProperty(held => held.Revision, held => held.Revision + 1), cancellationToken);
        if (taken == 0)
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    private Task InsertAsync(KassaDbContext db, Wave wave, IReadOnlyList<ImportedRow> rows, CancellationToken cancellationToken)
    {
        var responses = new List<Response>(rows.Count);
        var answers = new List<Answer>(rows.Count * wave.Questions.Count);
        foreach (var row in rows)
        {
            var response = Response.Imported(wave, row.Source);
            responses.Add(response);
            answers.AddRange(row.Answers.Select(answer => new Answer(response.Id, answer.Key, answer.Value)));
        }

        return database.BulkInsertAsync(db, responses, answers, cancellationToken);
    }

    /// <summary>Seals an imported wave in the transaction that fills it: a closed wave is never without its columns.</summary>
    private async Task SealAsync(KassaDbContext db, ImportTarget target, string fileName, CancellationToken cancellationToken)
    {
        if (target.IsImported)
        {
            var reason = $"import {Path.GetFileName(fileName)}";
            await sealWave.AddAsync(db, target.Wave, reason[..Math.Min(reason.Length, LongestReason)], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Today where the day begins first: a fund's local date may be ahead of the server's.</summary>
    private DateOnly LastDay() => DateOnly.FromDateTime(time.GetUtcNow().AddHours(14).UtcDateTime);
}
