using System.Globalization;
using KassaSurvey.Application.Features.Reports;
using KassaSurvey.Application.Formatting;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>One thing in which a question differs from the earlier year's, said in words.</summary>
/// <param name="What">Which part of it.</param>
/// <param name="Language">The language of the text, in itself; null for rules.</param>
/// <param name="Before">What it was; empty when it was not there.</param>
/// <param name="After">What it is.</param>
internal sealed record QuestionDifference(string What, string? Language, string Before, string After)
{
    /// <summary>Lists the differences that matter to comparing the years: the texts first, each in the languages that both years have.</summary>
    public static IEnumerable<QuestionDifference> Between(QuestionContent before, QuestionContent after, IStringLocalizer<AuthoringTexts> texts)
    {
        QuestionDifference[] wordings =
        [
            .. Wordings(texts[AuthoringTexts.PartQuestion], before.Text, after.Text),
            .. Wordings(texts[AuthoringTexts.PartLead], before.Lead, after.Lead),
            .. Wordings(texts[AuthoringTexts.PartMinimumLabel], before.MinimumLabel, after.MinimumLabel),
            .. Wordings(texts[AuthoringTexts.PartMaximumLabel], before.MaximumLabel, after.MaximumLabel),
            .. Options(before, after, texts),
        ];
        var words = new ReportWords(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        QuestionDifference[] rules =
        [
            new(texts[AuthoringTexts.PartKind], null, words.Kind(before.Kind), words.Kind(after.Kind)),
            new(texts[AuthoringTexts.PartScale], null, Scale(before), Scale(after)),
            new(texts[AuthoringTexts.PartCantSay], null, CantSay(before), CantSay(after)),
            new(texts[AuthoringTexts.PartChoices], null, Choices(before), Choices(after)),
            new(texts[AuthoringTexts.PartCondition], null, texts.Of(before.Condition), texts.Of(after.Condition)),
            new(texts[AuthoringTexts.PartOrder], null, Order(before, after), Order(after, before)),
        ];
        return [.. wordings, .. rules.Where(rule => rule.Before != rule.After)];

        string CantSay(QuestionContent content) => texts[content.AllowsCantSay ? AuthoringTexts.Offered : AuthoringTexts.NotOffered];
        string Choices(QuestionContent content) => content.MaximumChoices == 0
            ? texts[AuthoringTexts.AnyNumber]
            : content.MaximumChoices.ToString(CultureInfo.InvariantCulture);
    }

    private static string Scale(QuestionContent content) => content.Scale is { } scale ? NumberText.Scale(scale) : "";

    /// <summary>The options that both years have, as one of them orders them.</summary>
    private static string Order(QuestionContent content, QuestionContent other) => string.Join(
        ", ", content.Options.Select(option => option.Code).Where(code => other.Options.Any(option => option.Code == code)));

    private static IEnumerable<QuestionDifference> Options(QuestionContent before, QuestionContent after, IStringLocalizer<AuthoringTexts> texts) => before.Options
        .Concat(after.Options)
        .Select(option => option.Code)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .SelectMany(code => Wordings(texts[AuthoringTexts.PartOption, code], Label(before, code), Label(after, code)));

    private static LocalizedText Label(QuestionContent content, string code) =>
        content.Options.FirstOrDefault(option => string.Equals(option.Code, code, StringComparison.OrdinalIgnoreCase))?.Label ?? LocalizedText.Empty;

    /// <summary>A text that is there at all in both years is compared in the languages of both; else all that one year has is shown.</summary>
    private static IEnumerable<QuestionDifference> Wordings(string what, LocalizedText before, LocalizedText after) =>
        from language in Domain.Primitives.Languages.All
        let earlier = before.Texts.GetValueOrDefault(language, "")
        let later = after.Texts.GetValueOrDefault(language, "")
        where earlier != later && (before.IsEmpty || after.IsEmpty || (earlier.Length > 0 && later.Length > 0))
        select new QuestionDifference(what, Domain.Primitives.Languages.OwnName(language), earlier, later);
}
