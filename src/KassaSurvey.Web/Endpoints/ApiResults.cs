using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Web.Formatting;
using KassaSurvey.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace KassaSurvey.Web.Endpoints;

/// <summary>
/// The results of closed waves for a fund's own systems: as JSON in the shape of the <c>results</c> verb, or as the report's CSV. Both carry an
/// ETag over every figure in them, so that a system that asks each night is told when nothing has changed.
/// </summary>
internal sealed class ApiResults(
    ApiGate gate, GetResults getResults, BuildYearlyReport buildReport, IEnumerable<IReportWriter> writers, IStringLocalizer<ErrorTexts> errors, ILogger<ApiResults> log)
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    /// <summary>Answers one request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, Asked asked)
    {
        try
        {
            var entered = await gate.EnterAsync(http, ApiScopes.Results, http.RequestAborted);
            return entered.Refusal ?? await ReadAsync(http, entered.Viewer, asked);
        }
#pragma warning disable CA1031 // The edge: a program is told in its own format, whatever stopped the work.
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Results could not be given to a system");
            return ApiProblem.Failed;
        }
    }

    private async Task<IResult> ReadAsync(HttpContext http, Viewer viewer, Asked asked)
    {
        if (asked.Unreadable is { } part)
        {
            return ApiProblem.NoSuchResults(part);
        }

        var query = new GetResults.Query(null, asked.Survey, asked.Year, asked.Compare, asked.Population);
        var found = await getResults.ExecuteAsync(viewer, query, http.RequestAborted);
        if (!found.IsSuccess)
        {
            return ApiProblem.NoSuchResults(string.Join(' ', errors.Of(found.Errors)));
        }

        if (found.Value.IsInTheField)
        {
            return ApiProblem.NotClosed;
        }

        return asked.IsCsv ? await CsvAsync(http, viewer, found.Value) : Tagged(JsonSerializer.SerializeToUtf8Bytes(ResultsDocument.Of(found.Value), ResultsJson.Options), Json);
    }

    private async Task<IResult> CsvAsync(HttpContext http, Viewer viewer, SurveyResults results)
    {
        var (shown, writer) = (results.Results, writers.Single(known => known.Format == "csv"));
        var query = new BuildYearlyReport.Query(
            null, results.Survey.Key, shown.Year.Value, shown.ComparedYear?.Value, shown.Population, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
        {
            CompareWithNothing = shown.ComparedYear is null, WithResponses = false, Segments = [],
        };
        var report = await buildReport.ExecuteAsync(viewer, query, http.RequestAborted);
        if (!report.IsSuccess)
        {
            return ApiProblem.NoSuchResults(string.Join(' ', errors.Of(report.Errors)));
        }

        using var body = new MemoryStream();
        await writer.WriteAsync(report.Value, body, http.RequestAborted);
        return Tagged(body.ToArray(), writer.ContentType);
    }

    /// <summary>The tag is of the figures themselves; a body that is the same is not sent again.</summary>
    private static IResult Tagged(byte[] body, string type) =>
        Results.File(body, type, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\""));

    /// <summary>What a request asks for.</summary>
    internal sealed record Asked
    {
        [FromQuery(Name = "survey"), Description("Key of the survey; the fund's yearly survey when left out.")]
        public string? Survey { get; init; }

        [FromQuery(Name = "year"), Description("Reporting year; the latest closed one when left out.")]
        public string? YearText { get; init; }

        [FromQuery(Name = "compare"), Description("Year to compare with; the year before that has results when left out.")]
        public string? CompareText { get; init; }

        [FromQuery(Name = "where"), Description("Only responses of this segment, as segment:value; may be repeated. Values of one segment are alternatives.")]
        public string[]? Where { get; init; }

        [FromQuery(Name = "format"), Description("json (also when left out) or csv.")]
        public string? Format { get; init; }

        public int? Year => Number(YearText);

        public int? Compare => Number(CompareText);

        public bool IsCsv => string.Equals(Format, "csv", StringComparison.OrdinalIgnoreCase);

        public Population Population => (Where ?? []).Select(condition => condition.Split(':', 2))
            .Aggregate(Population.Everybody, (population, parts) => population.With(parts[0], parts[^1]));

        /// <summary>What cannot be read, in a sentence; null when all can.</summary>
        public string? Unreadable =>
            YearText is { Length: > 0 } year && Year is null ? $"'{year}' is no year."
            : CompareText is { Length: > 0 } compare && Compare is null ? $"'{compare}' is no year."
            : (Where ?? []).FirstOrDefault(condition => condition.IndexOf(':', StringComparison.Ordinal) < 1) is { } wrong ? $"'{wrong}': write where=segment:value."
            : Format is { Length: > 0 } format && !IsCsv && !string.Equals(format, "json", StringComparison.OrdinalIgnoreCase) ? $"'{format}': the formats are json and csv."
            : null;

        private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>The address.</summary>
internal static class ApiResultsEndpoint
{
    /// <summary>Maps <c>GET /api/v1/results</c>.</summary>
    public static void MapApiResults(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet(AppUrls.ApiResults, (HttpContext http, [AsParameters] ApiResults.Asked asked, [FromServices] ApiResults results) => results.AnswerAsync(http, asked))
        .WithSummary("Read results")
        .WithDescription(
            "The figures of a closed wave, as the pages show them: hidden figures are listed with the reason and never given. Send the ETag as If-None-Match: "
            + "304 says that nothing has changed. Needs the permission 'results'.")
        .Produces<ResultsDocument>(StatusCodes.Status200OK, "application/json", "text/csv")
        .Produces(StatusCodes.Status304NotModified)
        .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
        .AllowAnonymous()
        .WithMetadata(new SkipStatusCodePagesAttribute());
}
