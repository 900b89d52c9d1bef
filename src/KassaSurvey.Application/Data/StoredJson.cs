using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KassaSurvey.Domain.Scoring;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Data;

/// <summary>JSON as it lies in the database: readable letters, no whitespace.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new LocalizedTextJson(), new AnswerScaleJson() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidOperationException("The database holds 'null' where a value belongs.");

    public static ImmutableSortedDictionary<string, string> ReadSegments(string json) =>
        Read<Dictionary<string, string>>(json).ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static string WriteOptions(ImmutableArray<AnswerOption> options) => Write(options.IsDefault
        ? []
        : options.Select(option => new StoredOption(option.Number, option.Code, option.Label.Texts, option.IsExclusive, option.IsCantSay)));

    public static ImmutableArray<AnswerOption> ReadOptions(string json) =>
    [
        .. Read<StoredOption[]>(json).Select(option =>
            new AnswerOption(option.Number, option.Code, LocalizedText.Of(option.Label), option.IsExclusive, option.IsCantSay)),
    ];

    public static string WriteRecipe(IndexRecipe recipe) =>
        Write(new StoredRecipe(recipe.Code, recipe.Version, [.. recipe.Items.Select(item => new StoredIndexItem(item.QuestionCode, item.Weight))], recipe.MinimumShare));

    public static IndexRecipe ReadRecipe(string json)
    {
        var stored = Read<StoredRecipe>(json);
        return IndexRecipe.Create(
            stored.Code, stored.Version, stored.Items.Select(item => new IndexItem(item.Question, item.Weight)), stored.MinimumShare).Value;
    }

    private sealed record StoredRecipe(string Code, int Version, IReadOnlyList<StoredIndexItem> Items, double MinimumShare);

    private sealed record StoredIndexItem(string Question, double Weight);

    private sealed record StoredOption(
        int Number, string Code, IReadOnlyDictionary<string, string> Label, bool IsExclusive, bool IsCantSay);
}
