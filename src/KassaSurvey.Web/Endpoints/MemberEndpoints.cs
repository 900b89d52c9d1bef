using System.Text.Json;
using System.Text.Json.Serialization;
using KassaSurvey.Application.Features.Members;
using KassaSurvey.Infrastructure;
using KassaSurvey.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KassaSurvey.Web.Endpoints;

/// <summary>Files about members: the list, and all that is held of one.</summary>
public static class MemberEndpoints
{
    private static readonly JsonSerializerOptions RecordJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Maps <c>/members/export.csv</c> and <c>/members/{number}/record.json</c>.</summary>
    public static void MapMembers(this IEndpointRouteBuilder endpoints)
    {
        var members = endpoints.MapGroup(MemberUrls.Members).RequireAuthorization(new AuthorizeAttribute { Roles = Access.Surveys });
        members.MapGet("/export.csv", ExportAsync);
        members.MapGet("/{number}/record.json", RecordAsync);
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http, ExportMembers export, [FromQuery(Name = MemberUrls.TextParameter)] string? text, string? standing, string? language, string? segment,
        CancellationToken cancellationToken)
    {
        // To a file first: what fails half-way must not look like a whole list.
        var file = TemporaryFile.Create();
        try
        {
            var filter = MemberUrls.Filter(text, standing, language, segment);
            var written = await export.ExecuteAsync(http.User.ToViewer(), filter, file, cancellationToken);
            if (!written.IsSuccess)
            {
                await file.DisposeAsync();
                return Results.Forbid();
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return Results.Stream(file, "text/csv; charset=utf-8", "members.csv");
    }

    private static async Task<IResult> RecordAsync(HttpContext http, GetMemberRecord getRecord, string number, CancellationToken cancellationToken)
    {
        var read = await getRecord.ExecuteAsync(http.User.ToViewer(), number, cancellationToken);
        return read.IsSuccess
            ? Results.File(
                JsonSerializer.SerializeToUtf8Bytes(new { MemberRecord.NotHere, Record = read.Value }, RecordJson), "application/json", "member-record.json")
            : Results.NotFound();
    }
}
