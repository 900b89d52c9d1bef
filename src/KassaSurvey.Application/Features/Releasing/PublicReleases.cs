using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Releases;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Releasing;

/// <summary>What anybody may read: releases that are approved and whose first day has come, and nothing that is not one.</summary>
public sealed class PublicReleases(IKassaDatabase database, Releases releases)
{
    /// <summary>The public releases of a year, newest version first; null when there are none, or no such survey.</summary>
    public async Task<PublishedReport?> FindAsync(string fundKey, string surveyKey, int year, CancellationToken cancellationToken)
    {
        if (!ReportingYear.IsValid(year))
        {
            return null;
        }

        await using var db = database.For(Viewer.Operator);
        var found = await FoundSurvey.FindAsync(db, fundKey, surveyKey, cancellationToken);
        if (!found.IsSuccess)
        {
            return null;
        }

        var listed = await releases.ListAsync(Viewer.Operator, found.Value.Survey.Id, new(year), cancellationToken);
        List<ListedRelease> released = [.. listed.Where(release => release.State == ReleaseState.Released)];
        return released.Count == 0 ? null : new(found.Value.Fund, found.Value.Survey, new(year), released);
    }

    /// <summary>A file of a public release, or null.</summary>
    public async Task<ReleaseFile?> FileAsync(string fundKey, string surveyKey, int year, int version, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(fundKey, surveyKey, year, cancellationToken) is not { } report
            || report.Releases.FirstOrDefault(release => release.Release.Version == version) is not { } release
            || release.Files.FirstOrDefault(file => file.Name == name) is not { } file)
        {
            return null;
        }

        return await releases.FileAsync(Viewer.Operator, release.Release.Id, file.Language, file.Format, cancellationToken);
    }
}

/// <summary>A year's report as the public has it.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Survey">The survey.</param>
/// <param name="Year">The year.</param>
/// <param name="Releases">Its public versions, newest first.</param>
public sealed record PublishedReport(Fund Fund, Survey Survey, ReportingYear Year, IReadOnlyList<ListedRelease> Releases);
