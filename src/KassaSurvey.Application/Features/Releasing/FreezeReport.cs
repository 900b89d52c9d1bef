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
    IKassaDatabase database, GetResults results, BuildYearlyReport reports, EditNarrative edits, IEnumerable<IReportWriter> writers, TimeProvider time)
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

        if (await StaleAsync(viewer, shown, cancellationToken) is > 0 and var stale)
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

        List<ReleasedFigure> figures = [.. FiguresOfRelease.Of(frozen.Value.Id, shown.Results)];
        if (await TooSimilarAsync(db, frozen.Value, figures, shown.Fund.MinimumCell, cancellationToken) is { } similar)
        {
            return similar;
        }

        db.ReportReleases.Add(frozen.Value);
        db.ReleasedFigures.AddRange(figures);
        foreach (var language in Languages.All)
        {
            await AddFilesAsync(db, viewer, shown, frozen.Value, language, cancellationToken);
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

    private async Task<int> StaleAsync(Viewer viewer, SurveyResults shown, CancellationToken cancellationToken)
    {
        var stale = 0;
        foreach (var language in Languages.All)
        {
            stale += (await edits.ReadAsync(viewer, shown, language, cancellationToken)).StaleCount;
        }

        return stale;
    }

    private async Task AddFilesAsync(
        KassaDbContext db, Viewer viewer, SurveyResults shown, ReportRelease release, string language, CancellationToken cancellationToken)
    {
        // Published files hold figures only: the answers row by row stay in the house.
        var query = new BuildYearlyReport.Query(
            null, shown.Survey.Key, release.Year.Value, release.ComparedYear?.Value, Population.Everybody, language)
        {
            CompareWithNothing = release.ComparedYear is null, WithResponses = false,
        };
        var report = await reports.ExecuteAsync(viewer, query, cancellationToken);
        var name = $"{shown.Survey.Key}-{release.Year}-v{release.Version}-{language}";
        foreach (var writer in writers.Where(writer => !writer.NeedsValues))
        {
            Add(writer.Format, writer.FileExtension, await BytesAsync(output => writer.WriteAsync(report.Value, output, cancellationToken)));
            if (writer is ICompanionFile companion)
            {
                Add(
                    writer.Format + companion.CompanionSuffix, companion.CompanionSuffix + writer.FileExtension,
                    await BytesAsync(output => companion.WriteCompanionAsync(report.Value, output, cancellationToken)));
            }

            void Add(string format, string ending, byte[] content) =>
                db.ReleaseFiles.Add(ReleaseFile.Of(release.Id, language, format, name + ending, writer.ContentType, content));
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
