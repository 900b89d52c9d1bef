using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>Freezes a version of a year's report: its figures, its text and every file in every language, with their hashes.</summary>
public sealed class FreezeReport(
    IKassaDatabase database, GetResults results, EditNarrative edits, IEnumerable<IReportWriter> writers, TimeProvider time)
{
    /// <summary>Freezes what the report says now.</summary>
    /// <param name="viewer">Who.</param>
    /// <param name="request">What.</param>
    /// <param name="cancellationToken">Stops the work; nothing is frozen then.</param>
    public async Task<Result<ReportRelease>> ExecuteAsync(
        Viewer viewer, Request request, CancellationToken cancellationToken)
    {
        if (!viewer.MayWriteReports || viewer.Fund is not { } fund)
        {
            return AccessErrors.NotAllowed;
        }

        var found = await results.ExecuteAsync(viewer, new(null, request.SurveyKey, request.Year, request.CompareYear, Population.Everybody, request.CompareYear is null), cancellationToken);
        if (!found.IsSuccess)
        {
            return Result<ReportRelease>.Failed(found.Errors);
        }

        var shown = found.Value;
        if (shown.IsInTheField)
        {
            return ReleaseErrors.NotClosed;
        }

        var texts = new Dictionary<string, ReportText>(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            texts[language] = await edits.ReadAsync(viewer, shown, language, cancellationToken);
        }

        if (texts.Values.Sum(text => text.StaleCount) is > 0 and var stale)
        {
            return ReleaseErrors.StaleEdits(stale);
        }

        await using var db = database.For(viewer);
        var previous = await db.ReportReleases.AsNoTracking()
            .Where(row => row.SurveyId == shown.Survey.Id && row.Year == shown.Results.Year)
            .OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancellationToken);
        var basis = new ReleaseBasis(shown.Results.Year, shown.Results.ComparedYear, shown.Results.DataVersion);
        var frozen = ReportRelease.Freeze(fund, shown.Survey.Id, basis, previous, request.Reason, request.FirstDay, viewer, time.GetUtcNow().UtcDateTime);
        if (!frozen.IsSuccess)
        {
            return frozen;
        }

        var figures = FiguresOfRelease.Of(frozen.Value.Id, shown.Results);
        if (await TooSimilarAsync(db, frozen.Value, figures, shown.Fund.MinimumCell, cancellationToken) is { } similar)
        {
            return similar;
        }

        db.ReportReleases.Add(frozen.Value);
        db.ReleasedFigures.AddRange(figures);
        var face = await ReportFace.ReadAsync(db, fund, cancellationToken);
        foreach (var language in Languages.All)
        {
            // Published files hold figures of everybody only: the answers row by row stay in the house, and so do groups, of which two
            // versions could be subtracted although they differ by enough answers in all.
            var report = YearlyReportBuilder.Of(shown, texts[language], language, DateOnly.FromDateTime(frozen.Value.FrozenAt), answers: null) with { Face = face };
            await AddFilesAsync(db, shown.Survey.Key, report, frozen.Value, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (IsTaken(viewer, frozen.Value))
        {
            // Somebody froze the same version a moment earlier.
            return ReleaseErrors.Undecided(frozen.Value.Version);
        }

        return frozen;
    }

    private bool IsTaken(Viewer viewer, ReportRelease release)
    {
        using var db = database.For(viewer);
        return db.ReportReleases.Any(row => row.SurveyId == release.SurveyId && row.Year == release.Year && row.Version == release.Version);
    }

    /// <summary>
    /// Whoever has two versions subtracts one from the other: where they differ by a few answers, those few answers can be computed
    /// (statistics: differencing between releases).
    /// </summary>
    private static async Task<Error?> TooSimilarAsync(
        KassaDbContext db, ReportRelease release, List<ReleasedFigure> figures, int minimumCell, CancellationToken cancellationToken)
    {
        var approved = await db.ReportReleases.AsNoTracking()
            .Where(row => row.SurveyId == release.SurveyId && row.Year == release.Year && row.DecidedAt != null && !row.IsRejected)
            .Select(row => new { row.Id, row.Version }).ToListAsync(cancellationToken);
        var rule = new DisclosureRule(minimumCell);
        foreach (var earlier in approved)
        {
            var told = await db.ReleasedFigures.AsNoTracking().Where(row => row.ReleaseId == earlier.Id && row.Answers != null)
                .Select(row => new { row.Kind, row.Code, row.Answers }).ToListAsync(cancellationToken);
            var counts = told.ToDictionary(row => (row.Kind, row.Code), row => row.Answers!.Value);
            if (figures.Exists(figure => figure.Answers is { } answers && counts.TryGetValue((figure.Kind, figure.Code), out var before) && rule.Hides(Math.Abs(answers - before))))
            {
                return ReleaseErrors.TooSimilar(earlier.Version, rule.FewestShown);
            }
        }

        return null;
    }

    private async Task AddFilesAsync(
        KassaDbContext db, string surveyKey, YearlyReport report, ReportRelease release, CancellationToken cancellationToken)
    {
        var name = $"{surveyKey}-{release.Year}-v{release.Version}-{report.Language}";
        foreach (var writer in writers.Where(writer => !writer.NeedsValues))
        {
            Add(writer.Format, writer.FileExtension, await BytesAsync(output => writer.WriteAsync(report, output, cancellationToken)));
            if (writer is ICompanionFile companion)
            {
                Add(
                    writer.Format + companion.CompanionSuffix, companion.CompanionSuffix + writer.FileExtension,
                    await BytesAsync(output => companion.WriteCompanionAsync(report, output, cancellationToken)));
            }

            void Add(string format, string ending, byte[] content) =>
                db.ReleaseFiles.Add(ReleaseFile.Of(release.Id, report.Language, format, name + ending, writer.ContentType, content));
        }
    }

    /// <summary>What is frozen.</summary>
    /// <param name="SurveyKey">The survey; null = the fund's only or first one.</param>
    /// <param name="Year">The year; null = the latest closed one.</param>
    /// <param name="CompareYear">The year it is compared with; null = none.</param>
    /// <param name="Reason">Why it replaces the version before.</param>
    /// <param name="FirstDay">The first day on which it may be told.</param>
    public sealed record Request(string? SurveyKey, int? Year, int? CompareYear, string Reason, DateOnly FirstDay);

    private static async Task<byte[]> BytesAsync(Func<Stream, Task> write)
    {
        using var memory = new MemoryStream();
        await write(memory);
        return memory.ToArray();
    }
}
