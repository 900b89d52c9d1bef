using System.Globalization;
using System.Text.Json;
using KassaSurvey.Application.Features.Imports;
using KassaSurvey.Application.Features.Keys;
using KassaSurvey.Domain.Keys;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;

namespace KassaSurvey.Web.Endpoints;

/// <summary>One call of the API from the key to the answer; a call that comes again with its <c>Idempotency-Key</c> is answered as before.</summary>
internal sealed class ApiCall(ApiGate gate, AnswerOnce answerOnce, ILogger<ApiCall> log)
{
    /// <summary>The header by which a caller who tries again is answered as before.</summary>
    public const string RetryHeader = "Idempotency-Key";

    private const string Json = "application/json";

    /// <summary>The work of a call.</summary>
    internal delegate Task<Result<IReadOnlyList<RowResult>>> Take(Viewer viewer, IReadOnlyList<GivenRow> rows, CancellationToken cancellationToken);

    /// <summary>Does it.</summary>
    public async Task<IResult> RunAsync(HttpContext http, ApiScopes scope, Take take)
    {
        try
        {
            return await AnswerAsync(http, scope, take);
        }
#pragma warning disable CA1031 // The edge: a program is told in its own format, whatever stopped the work.
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(failure, "A call of the API failed");
            return ApiProblem.Failed;
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, ApiScopes scope, Take take)
    {
        var entered = await gate.EnterAsync(http, scope, http.RequestAborted);
        if (entered.Refusal is { } refusal)
        {
            return refusal;
        }

        // Read only now: who has no key gets nothing parsed.
        var (body, unreadable) = await ApiBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is null)
        {
            return unreadable!;
        }

        var retry = http.Request.Headers[RetryHeader].ToString();
        if (retry.Length > KeptReply.LongestKey)
        {
            return ApiProblem.Unreadable($"The {RetryHeader} has at most {KeptReply.LongestKey} characters.");
        }

        var request = retry.Length > 0 ? new AnswerOnce.Request(http.Request.Path, retry, body.Hash) : null;
        if (request is not null)
        {
            var earlier = await answerOnce.FindAsync(entered.Viewer, request, http.RequestAborted);
            if (!earlier.IsSuccess)
            {
                return ApiProblem.OtherBody;
            }

            if (earlier.Value is { } answered)
            {
                return Results.Text(answered, Json);
            }
        }

        // What has been begun is finished, whether the caller still listens or not: the answer waits for the next try.
        var results = await take(entered.Viewer, body.Rows, CancellationToken.None);
        if (!results.IsSuccess)
        {
            return ApiProblem.Meanwhile;
        }

        var answer = JsonSerializer.Serialize(OutcomeOf(results.Value), JsonSerializerOptions.Web);
        if (request is not null)
        {
            await answerOnce.KeepAsync(entered.Viewer, request, answer, CancellationToken.None);
        }

        return Results.Text(answer, Json);
    }

    private static ApiOutcome OutcomeOf(IReadOnlyList<RowResult> results)
    {
        int Count(RowOutcome outcome) => results.Count(row => row.Outcome == outcome);
        return new(
            results.Count, Count(RowOutcome.Added), Count(RowOutcome.Changed), Count(RowOutcome.Unchanged), Count(RowOutcome.Refused),
            [
                .. results.Select(row => new ApiRow(row.Number, row.Outcome.ToString().ToLowerInvariant(), [.. row.Issues.Select(issue => new ApiRowProblem(
                    issue.Column, issue.Reason.Code, ImportIssueText.Of(issue.Reason, CultureInfo.CurrentUICulture)))])),
            ]);
    }
}
