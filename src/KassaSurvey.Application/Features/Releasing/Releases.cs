using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Contacts;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>The releases of a year's report: listed, approved or sent back, and their files.</summary>
public sealed class Releases(IKassaDatabase database, TimeProvider time)
{
    /// <summary>The releases of a year, newest version first, with their files (without the bytes).</summary>
    public async Task<IReadOnlyList<ListedRelease>> ListAsync(Viewer viewer, SurveyId survey, ReportingYear year, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport)
        {
            return [];
        }

        await using var db = database.For(viewer);
        var releases = await db.ReportReleases.AsNoTracking()
            .Where(row => row.SurveyId == survey && row.Year == year).OrderByDescending(row => row.Version).ToListAsync(cancellationToken);
        if (releases.Count == 0)
        {
            return [];
        }

        var ids = releases.Select(row => row.Id).ToList();
        var files = await db.ReleaseFiles.AsNoTracking().Where(row => ids.Contains(row.ReleaseId))
            .Select(row => new { row.ReleaseId, File = new ListedFile(row.Language, row.Format, row.Name, row.Size, row.Sha256) })
            .ToListAsync(cancellationToken);
        var day = await TodayAsync(db, releases[0].FundId, cancellationToken);
        return
        [
            .. releases.Select(release => new ListedRelease(
                release,
                release.StateOn(day),
                [.. files.Where(file => file.ReleaseId == release.Id).Select(file => file.File).OrderBy(file => file.Language, StringComparer.Ordinal).ThenBy(file => file.Format, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>Approves a release, or sends it back with a note. Not by the person who froze it.</summary>
    public async Task<Result> DecideAsync(Viewer viewer, ReportReleaseId id, bool approves, string note, CancellationToken cancellationToken)
    {
        if (!viewer.MayApproveReports || viewer.Fund is null)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (await db.ReportReleases.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } release)
        {
            return ReleaseErrors.NotFound;
        }

        var decided = release.Decide(approves, note, viewer, time.GetUtcNow().UtcDateTime);
        if (!decided.IsSuccess)
        {
            return decided;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReleaseErrors.Decided(release.Version);
        }

        return Result.Done;
    }

    /// <summary>A file of a release, or null.</summary>
    public async Task<ReleaseFile?> FileAsync(Viewer viewer, ReportReleaseId id, string language, string format, CancellationToken cancellationToken)
    {
        if (!viewer.MayExport)
        {
            return null;
        }

        await using var db = database.For(viewer);
        return await db.ReleaseFiles.AsNoTracking()
            .SingleOrDefaultAsync(row => row.ReleaseId == id && row.Language == language && row.Format == format, cancellationToken);
    }

    private async Task<DateOnly> TodayAsync(KassaDbContext db, FundId fundId, CancellationToken cancellationToken)
    {
        var fund = await db.Funds.AsNoTracking().SingleAsync(row => row.Id == fundId, cancellationToken);
        var zone = await FundZone.OfAsync(db, fund, cancellationToken);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, zone));
    }
}

/// <summary>A release with its files.</summary>
/// <param name="Release">The release.</param>
/// <param name="State">How far it has come today, in the fund's calendar.</param>
/// <param name="Files">Its files, by language and format.</param>
public sealed record ListedRelease(ReportRelease Release, ReleaseState State, IReadOnlyList<ListedFile> Files);

/// <summary>A file of a release without its bytes.</summary>
public sealed record ListedFile(string Language, string Format, string Name, int Size, string Sha256)
{
    /// <summary>The size as people read it, rounded up.</summary>
    public int Kilobytes => (Size + 1023) / 1024;
}
