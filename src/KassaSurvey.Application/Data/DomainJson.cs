using System.Text.Json;
using System.Text.Json.Serialization;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Data;

/// <summary>A localised text as the object of its languages.</summary>
internal sealed class LocalizedTextJson : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalizedText.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}

/// <summary>A scale as "1-7".</summary>
internal sealed class AnswerScaleJson : JsonConverter<AnswerScale>
{
    public override AnswerScale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AnswerScale.TryParse(reader.GetString(), out var scale) ? scale : throw new JsonException("Not a scale.");

    public override void Write(Utf8JsonWriter writer, AnswerScale value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
