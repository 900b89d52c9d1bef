using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace KassaSurvey.Web.Endpoints;

/// <summary>The description of the API for programs (OpenAPI), with an example of each body that a test sends as it stands.</summary>
internal static class ApiDescription
{
    /// <summary>An example of each body, by address.</summary>
    public static IReadOnlyDictionary<string, string> Examples { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AppUrls.ApiMembers] = """
            [
              { "number": "1001", "name": "Aino Esimerkki", "email": "aino@example.org", "phone": "+358 40 123 4567", "language": "fi",
                "birthYear": 1980, "refuses": ["letter"], "segments": { "region": "Uusimaa" } },
              { "number": "1002", "street": "Testgatan 1", "postalCode": "111 22", "city": "Stockholm", "language": "sv", "standing": "active" }
            ]
            """,
        [AppUrls.ApiContacts] = """
            [
              { "id": "call-2026-000123", "member": "1001", "at": "2026-05-31T09:30:00+03:00", "channel": "phone", "topic": "earnings-related allowance",
                "unit": "South", "case": "C-4711", "waitSeconds": 35, "transferred": false }
            ]
            """,
        [AppUrls.Deliveries] = """[ { "reference": "XbWrQ6oFjR7UEPJTBLL-0jbUuOBJh0it", "status": "delivered" } ]""",
    };

    /// <summary>Describes what lies under <c>/api/v1</c>.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "KassaSurvey",
                Version = "v1",
                Description = "For a fund's own systems. Every request carries 'Authorization: Bearer kassa_…'; keys are made under Administration, API keys. "
                    + "Problems are answered as application/problem+json (RFC 9457); 'type' is their stable name.",
            };
            document.Servers = [];
            document.AddComponent<IOpenApiSecurityScheme>("key", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key of the fund." });
            document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var address = "/" + context.Description.RelativePath;
            if (Examples.TryGetValue(address, out var example) && operation.RequestBody?.Content is { } contents
                && contents.TryGetValue("application/json", out var json))
            {
                json.Example = JsonNode.Parse(example);
            }

            if (address != AppUrls.Deliveries && HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = ApiCall.RetryHeader,
                    In = ParameterLocation.Header,
                    Description = "Up to 200 characters. The same key with the same body within 24 hours is answered as before, and nothing is done again.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
    });
}
