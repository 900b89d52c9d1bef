using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>What the composing pages call kinds of change and parts of a questionnaire.</summary>
internal static class AuthoringWords
{
    public static string NameOf(this IStringLocalizer<AuthoringTexts> texts, QuestionChange change) => texts[change switch
    {
        QuestionChange.Same => AuthoringTexts.ChangeSame,
        QuestionChange.SmallEdit => AuthoringTexts.ChangeSmallEdit,
        QuestionChange.ScaleChanged => AuthoringTexts.ChangeScaleChanged,
        QuestionChange.Different => AuthoringTexts.ChangeDifferent,
        _ => AuthoringTexts.ChangeNew,
    }];

    public static string MeaningOf(this IStringLocalizer<AuthoringTexts> texts, QuestionChange change) => texts[change switch
    {
        QuestionChange.Same => AuthoringTexts.MeansSame,
        QuestionChange.SmallEdit => AuthoringTexts.MeansSmallEdit,
        QuestionChange.ScaleChanged => AuthoringTexts.MeansScaleChanged,
        _ => AuthoringTexts.MeansDifferent,
    }];

    /// <summary>For example "OVERALL – Low end" or "MATTER – Option BENEFIT".</summary>
    public static string NameOf(this IStringLocalizer<AuthoringTexts> texts, TextKey key) => $"{key.Code} – {texts.PartOf(key)}";

    public static string PartOf(this IStringLocalizer<AuthoringTexts> texts, TextKey key) => key.Part switch
    {
        TextPart.AreaName => texts[AuthoringTexts.PartAreaName],
        TextPart.Question => texts[AuthoringTexts.PartQuestion],
        TextPart.Lead => texts[AuthoringTexts.PartLead],
        TextPart.MinimumLabel => texts[AuthoringTexts.PartMinimumLabel],
        TextPart.MaximumLabel => texts[AuthoringTexts.PartMaximumLabel],
        _ => texts[AuthoringTexts.PartOption, key.OptionCode],
    };

    public static string Of(this IStringLocalizer<AuthoringTexts> texts, DisplayCondition? condition) => condition switch
    {
        null => texts[AuthoringTexts.Always],
        { Operator: ConditionOperator.Answered } => texts[AuthoringTexts.ConditionAnswered, condition.QuestionCode],
        _ => texts[
            condition.Operator == ConditionOperator.AnyOf ? AuthoringTexts.ConditionAnyOf : AuthoringTexts.ConditionNoneOf,
            condition.QuestionCode, string.Join(", ", condition.Values)],
    };

    /// <summary>The names of languages in themselves.</summary>
    public static string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(Domain.Primitives.Languages.OwnName));
}
