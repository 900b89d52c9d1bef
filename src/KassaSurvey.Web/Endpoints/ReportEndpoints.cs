using System.Collections.Immutable;
using KassaSurvey.Application.Features.Releasing;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure;
using KassaSurvey.Web.Components.Dashboards;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Downloads of the yearly report: what the overview shows, with the same year, comparison and population.</summary>
public static class ReportEndpoints
{
    /// <summary>Put behind a format to ask for the second file that comes with it: the codebook of the CSV.</summary>
    public const string CompanionSuffix = "-codebook";

    /// <summary>More than this of a name no folder shows.</summary>
    private const int LongestName = 80;

    /// <summary>Maps <c>/reports/{format}</c> <c>/releases/{release}/{language}/{format}</c> and the public files of releases.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AppUrls.Reports + "/{format}", DownloadAsync).RequireAuthorization(Readers);
        endpoints.MapGet(ResultUrls.Releases + "/{release:long}/{language}/{format}", ReleasedAsync).RequireAuthorization(Readers);

        endpoints.MapGet(ResultUrls.PublishedPages + "/{fund}/{survey}/{year:int}/{version:int}/{name}", PublishedAsync).AllowAnonymous();

        static void Readers(AuthorizationPolicyBuilder policy) => policy.RequireRole(Role.Admin, Role.SurveyManager, Role.Manager, Role.Analyst);
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context,
        string format,
        [FromQuery] string? survey,
        [FromQuery] int? year,
        [FromQuery] string? compare,
        [FromQuery] string[]? where,
        [FromQuery] string? language,
        [FromQuery] string? chapters,
        [FromQuery] string? segments,
        [FromQuery] bool? preview,
        [FromServices] BuildYearlyReport reports,
        [FromServices] IEnumerable<IReportWriter> writers,
        CancellationToken cancellationToken)
    {
        var asksCompanion = format.EndsWith(CompanionSuffix, StringComparison.Ordinal);
        var name = asksCompanion ? format[..^CompanionSuffix.Length] : format;
        if (writers.FirstOrDefault(known => known.Format == name && !known.NeedsValues) is not { } writer || (asksCompanion && writer is not ICompanionFile))
        {
            return Results.NotFound();
        }

        var address = new OverviewAddress(survey, year, compare, where ?? []);
        var query = new BuildYearlyReport.Query(
            null, address.Survey, address.Year, address.CompareYear, address.Population, language ?? Languages.English)
        {
            CompareWithNothing = address.ComparesNothing, Chapters = ChaptersOf(chapters), Segments = segments?.Split(',').ToImmutableArray(),
            // Answers row by row are taken on the page of exports, which says in the fund's log who took them.
            WithResponses = false,
        };
        var report = await reports.ExecuteAsync(context.User.ToViewer(), query, cancellationToken);
        if (!report.IsSuccess)
        {
            // A year or a group that is not there: an address that has gone stale, not a failure.
            return Results.NotFound();
        }

        // Workbooks and documents are put together by seeking about, which a response cannot; the file goes when it has been sent.
        var file = TemporaryFile.Create();
        try
        {
            await (asksCompanion
                ? ((ICompanionFile)writer).WriteCompanionAsync(report.Value, file, cancellationToken)
                : writer.WriteAsync(report.Value, file, cancellationToken));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        var fileName = NameOf(report.Value, address, asksCompanion ? CompanionSuffix : "") + writer.FileExtension;
        if (preview != true)
        {
            return Results.Stream(file, writer.ContentType, fileName);
        }

        // Shown by the browser where it can; what it cannot show it offers to keep, under the same name.
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(file, writer.ContentType);
    }

    /// <summary>Frozen files of a release, byte for byte.</summary>
    private static async Task<IResult> ReleasedAsync(
        HttpContext context, long release, string language, string format, [FromServices] Releases releases, CancellationToken cancellationToken) =>
        await releases.FileAsync(context.User.ToViewer(), new(release), language, format, cancellationToken) is { } file
            ? Results.File(file.Content, file.ContentType, file.Name, entityTag: new($"\"{file.Sha256}\""))
            : Results.NotFound();

    /// <summary>A file of a public release. It never changes, so whoever has it need not ask again.</summary>
    private static async Task<IResult> PublishedAsync(
        HttpContext context, string fund, string survey, int year, int version, string name, [FromServices] PublicReleases releases, CancellationToken cancellationToken)
    {
        if (await releases.FileAsync(fund, survey, year, version, name, cancellationToken) is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return Results.File(file.Content, file.ContentType, file.Name, entityTag: new($"\"{file.Sha256}\""));
    }

    /// <summary>The chapters named; null = all. A name that is not known is an old address, and left out.</summary>
    private static ImmutableHashSet<ReportChapter>? ChaptersOf(string? names) => names is null
        ? null
        : [.. names.Split(',').Select(name => Enum.TryParse<ReportChapter>(name, ignoreCase: true, out var chapter) ? chapter : default).Where(Enum.IsDefined)];

    /// <summary>Survey, year, whom it is about and language: two reports in one folder are told apart.</summary>
    private static string NameOf(YearlyReport report, OverviewAddress address, string suffix)
    {
        var whom = string.Join('-', address.Population.Conditions.SelectMany(condition => condition.Value));
        var letters = string.Concat($"{address.Survey ?? report.Survey}-{report.Year}-{whom}".Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        var name = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{(name.Length > LongestName ? name[..LongestName] : name)}-{report.Language}{suffix}";
    }
}
