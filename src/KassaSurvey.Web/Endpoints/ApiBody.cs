using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using KassaSurvey.Application.Features.Keys;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The rows of a request: a JSON array of objects, or one object a line (NDJSON).</summary>
internal sealed class ApiBody
{
    /// <summary>The type of one object a line.</summary>
    public const string Lines = "application/x-ndjson";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    private ApiBody(IReadOnlyList<GivenRow> rows, string hash) => (Rows, Hash) = (rows, hash);

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<GivenRow> Rows { get; }

    /// <summary>SHA-256 of the body, hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads a request.</summary>
    /// <returns>The rows, or what is answered instead.</returns>
    public static async Task<(ApiBody? Body, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isLines = request.ContentType?.StartsWith(Lines, StringComparison.OrdinalIgnoreCase) ?? false;
        if (!isLines && !request.HasJsonContentType())
        {
            return (null, ApiProblem.Unreadable($"The Content-Type is application/json (an array) or {Lines} (one object a line)."));
        }

        using var bytes = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(bytes, cancellationToken);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiProblem.TooLarge);
        }

        var body = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        if (isLines)
        {
            var lines = ReadLines(body);
            return lines.Count > ApiLimits.MostRows ? (null, ApiProblem.TooLarge) : (new(lines, hash), null);
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return (null, ApiProblem.Unreadable("The body is a JSON array of objects."));
            }

            return document.RootElement.GetArrayLength() > ApiLimits.MostRows
                ? (null, ApiProblem.TooLarge)
                : (new([.. document.RootElement.EnumerateArray().Select((row, index) => new GivenRow(index + 1, FieldsOf(row)))], hash), null);
        }
        catch (JsonException broken)
        {
            return (null, ApiProblem.Unreadable($"The JSON breaks off or is wrong on line {broken.LineNumber + 1}."));
        }
    }

    private static List<GivenRow> ReadLines(ReadOnlyMemory<byte> body)
    {
        var rows = new List<GivenRow>();
        var number = 0;
        while (!body.IsEmpty && rows.Count <= ApiLimits.MostRows)
        {
            number++;
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                rows.Add(new(number, FieldsOf(line)));
            }
        }

        return rows;
    }

    private static ImmutableArray<KeyValuePair<string, string>>? FieldsOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return FieldsOf(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null for what is no row: no object, a field twice, something deeper than a group of values or a list of words.</summary>
    private static ImmutableArray<KeyValuePair<string, string>>? FieldsOf(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new List<KeyValuePair<string, string?>>();
        foreach (var field in row.EnumerateObject())
        {
            switch (field.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    fields.AddRange(field.Value.EnumerateObject().Select(inner => KeyValuePair.Create($"{field.Name}.{inner.Name}", Plain(inner.Value))));
                    break;
                case JsonValueKind.Array:
                    var words = field.Value.EnumerateArray().Select(Plain).ToList();
                    fields.Add(new(field.Name, words.Contains(null) ? null : words.Count == 0 ? "none" : string.Join(',', words)));
                    break;
                default:
                    fields.Add(new(field.Name, Plain(field.Value)));
                    break;
            }
        }

        return fields.Any(field => field.Value is null) || fields.DistinctBy(field => field.Key).Count() != fields.Count
            ? null
            : [.. fields.Select(field => KeyValuePair.Create(field.Key, field.Value!))];
    }

    // Half a character (a surrogate alone) is valid JSON and no text.
    private static string? Words(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value as text: null is a blank, which clears.</summary>
    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Words(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => null,
    };
}
