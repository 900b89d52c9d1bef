using System.Text.Json;
using System.Text.Json.Serialization;

namespace KassaSurvey.Application.Features.Results;

/// <summary>How results are written as JSON: camel case, enumerations as words.</summary>
public static class ResultsJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
