using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Questionnaires;

/// <summary>The yearly questionnaire that comes with the product, in four languages; a new survey starts from it.</summary>
public static class BuiltInQuestionnaire
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Lazy<Template> Loaded = new(Load);

    /// <summary>Template key and version, kept with what is made from it.</summary>
    public static string Version => $"{Loaded.Value.Key} {Loaded.Value.VersionText}";

    /// <summary>The service areas in order: code and name.</summary>
    public static IReadOnlyList<(string Code, LocalizedText Name)> Areas => Loaded.Value.Areas;

    /// <summary>All questions in order.</summary>
    public static IReadOnlyList<QuestionContent> Questions => Loaded.Value.Questions;

    /// <summary>The question with this code (case does not matter), or null.</summary>
    public static QuestionContent? Find(string code) =>
        Questions.FirstOrDefault(question => string.Equals(question.Code, code, StringComparison.OrdinalIgnoreCase));

    private static Template Load()
    {
        using var stream = typeof(BuiltInQuestionnaire).Assembly.GetManifestResourceStream("unemployment-fund-yearly.json")!;
        var file = JsonSerializer.Deserialize<File>(stream, Json)!;
        return new(
            file.Template,
            file.Version,
            [.. file.Areas.Select(area => (area.Code, LocalizedText.Of(area.Name)))],
            [.. file.Questions.Select(question => Read(question, file.Scales))]);
    }

    private static QuestionContent Read(FileQuestion question, Dictionary<string, FileScale> scales)
    {
        var scale = question.Scale is { } name ? scales[name] : null;
        return new(question.Code, question.Kind, LocalizedText.Of(question.Text))
        {
            AreaCode = question.Area,
            Dimension = question.Experience,
            Scale = scale is null ? null : new AnswerScale(scale.Minimum, scale.Maximum),
            AllowsCantSay = scale?.CantSay ?? false,
            Lead = LocalizedText.Of(question.Lead ?? []),
            MinimumLabel = LocalizedText.Of(scale?.MinimumLabel ?? []),
            MaximumLabel = LocalizedText.Of(scale?.MaximumLabel ?? []),
            Options =
            [
                .. (question.Options ?? []).Select((option, index) =>
                    new AnswerOption(index + 1, option.Code, LocalizedText.Of(option.Label), option.Exclusive, option.CantSay)),
            ],
            Condition = question.Condition is { } condition
                ? new DisplayCondition(condition.Question, condition.Operator, [.. condition.Values])
                : null,
            MaximumChoices = question.MaximumChoices,
            MaximumLength = question.MaximumLength,
        };
    }

    private sealed record Template(
        string Key, string VersionText, ImmutableArray<(string Code, LocalizedText Name)> Areas, ImmutableArray<QuestionContent> Questions);

    private sealed record File(
        string Template, string Version, List<FileArea> Areas, Dictionary<string, FileScale> Scales, List<FileQuestion> Questions);

    private sealed record FileArea(string Code, Dictionary<string, string> Name);

    private sealed record FileScale(
        int Minimum, int Maximum, bool CantSay, Dictionary<string, string> MinimumLabel, Dictionary<string, string> MaximumLabel);

    private sealed record FileOption(string Code, Dictionary<string, string> Label, bool Exclusive, bool CantSay);

    private sealed record FileCondition(string Question, ConditionOperator Operator, List<string> Values);

    private sealed record FileQuestion(
        string Code, string? Area, QuestionKind Kind, string? Scale, Dictionary<string, string> Text, Dictionary<string, string>? Lead,
        List<FileOption>? Options, FileCondition? Condition, int MaximumChoices, int MaximumLength, ExperienceDimension? Experience = null);
}
