using System.Globalization;
using KassaSurvey.Domain.Sampling;
using KassaSurvey.Web.Resources;
using Microsoft.Extensions.Localization;

namespace KassaSurvey.Web.Components.Sampling;

/// <summary>Conditions, reasons and methods in the reader's words.</summary>
internal static class SamplingWords
{
    public static string Of(this IStringLocalizer<SamplingTexts> texts, EligibilityCondition condition) => condition.Kind switch
    {
        EligibilityKind.ContactWithin => texts[SamplingTexts.ConditionContactWithin, condition.From!],
        EligibilityKind.ContactBy => texts[SamplingTexts.ConditionContactBy, Either(texts, condition.Values)],
        EligibilityKind.Language => texts[SamplingTexts.ConditionLanguage, Either(texts, condition.Values.Select(LanguageName))],
        EligibilityKind.Segment when condition.Values.IsEmpty => texts[SamplingTexts.ConditionAnySegment, condition.Name],
        EligibilityKind.Segment => texts[SamplingTexts.ConditionSegment, condition.Name, Either(texts, condition.Values)],
        _ => (condition.From, condition.To) switch
        {
            ({ } from, { } to) => texts[SamplingTexts.ConditionBorn, from, to],
            ({ } from, null) => texts[SamplingTexts.ConditionBornFrom, from],
            (_, var to) => texts[SamplingTexts.ConditionBornTo, to!],
        },
    };

    public static string Of(this IStringLocalizer<SamplingTexts> texts, ExclusionReason reason) => texts[reason switch
    {
        ExclusionReason.Deceased => SamplingTexts.ReasonDeceased,
        ExclusionReason.Protected => SamplingTexts.ReasonProtected,
        ExclusionReason.Left => SamplingTexts.ReasonLeft,
        ExclusionReason.Refused => SamplingTexts.ReasonRefused,
        ExclusionReason.Unreachable => SamplingTexts.ReasonUnreachable,
        ExclusionReason.AlreadyInvited => SamplingTexts.ReasonAlreadyInvited,
        _ => SamplingTexts.ReasonAskedRecently,
    }];

    public static string Of(this IStringLocalizer<SamplingTexts> texts, SampleMethod method) => texts[method switch
    {
        SampleMethod.Census => SamplingTexts.MethodCensus,
        SampleMethod.SimpleRandom => SamplingTexts.MethodSimple,
        _ => SamplingTexts.MethodStratified,
    }];

    public static string Of(this IStringLocalizer<SamplingTexts> texts, SampleAllocationMethod allocation) => texts[allocation switch
    {
        SampleAllocationMethod.Proportional => SamplingTexts.AllocationProportional,
        SampleAllocationMethod.Equal => SamplingTexts.AllocationEqual,
        _ => SamplingTexts.AllocationNeyman,
    }];

    /// <summary>A variable of the strata: the language has a name of its own, segments are the fund's words.</summary>
    public static string Variable(this IStringLocalizer<SamplingTexts> texts, string variable) =>
        variable == SampleDesign.ByLanguage ? texts[SamplingTexts.VariableLanguage] : variable;

    /// <summary>A stratum; members whose category is not known have a stratum of their own.</summary>
    public static string Stratum(this IStringLocalizer<SamplingTexts> texts, string name) => name.Length == 0 ? texts[SamplingTexts.StratumUnknown] : name;

    public static string LanguageName(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    private static string Either(IStringLocalizer<SamplingTexts> texts, IEnumerable<string> values) => string.Join(texts[SamplingTexts.Or], values);
}
