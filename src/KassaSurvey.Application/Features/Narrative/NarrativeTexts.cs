using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace KassaSurvey.Application.Features.Narrative;

/// <summary>The narrative's sentences in four languages. A fact's kind is the key of its sentence.</summary>
public static class NarrativeTexts
{
    public const string HeadlineImproved = nameof(HeadlineImproved);
    public const string HeadlineSlightlyImproved = nameof(HeadlineSlightlyImproved);
    public const string HeadlineUnchanged = nameof(HeadlineUnchanged);
    public const string HeadlineSlightlyDeclined = nameof(HeadlineSlightlyDeclined);
    public const string HeadlineDeclined = nameof(HeadlineDeclined);
    public const string HeadlineInconclusive = nameof(HeadlineInconclusive);
    public const string HeadlineNotComparable = nameof(HeadlineNotComparable);
    public const string HeadlineAlone = nameof(HeadlineAlone);
    public const string HeadlineHidden = nameof(HeadlineHidden);
    public const string RecordBest = nameof(RecordBest);
    public const string RecordSharedOne = nameof(RecordSharedOne);
    public const string RecordSharedMany = nameof(RecordSharedMany);
    public const string RecordSharedSeveral = nameof(RecordSharedSeveral);
    public const string BestOne = nameof(BestOne);
    public const string BestTwo = nameof(BestTwo);
    public const string Weakest = nameof(Weakest);
    public const string ImprovedAll = nameof(ImprovedAll);
    public const string ImprovedSome = nameof(ImprovedSome);
    public const string ImprovedOne = nameof(ImprovedOne);
    public const string MostImproved = nameof(MostImproved);
    public const string SlightlyImproved = nameof(SlightlyImproved);
    public const string Unchanged = nameof(Unchanged);
    public const string SlightlyDeclined = nameof(SlightlyDeclined);
    public const string Declined = nameof(Declined);
    public const string Inconclusive = nameof(Inconclusive);
    public const string DifferentQuestion = nameof(DifferentQuestion);
    public const string NotComparable = nameof(NotComparable);
    public const string RecordTopics = nameof(RecordTopics);
    public const string Contact = nameof(Contact);
    public const string Develop = nameof(Develop);
    public const string BaseFiltered = nameof(BaseFiltered);
    public const string Base = nameof(Base);
    public const string BaseInvited = nameof(BaseInvited);
    public const string Preliminary = nameof(Preliminary);
    public const string Published = nameof(Published);
    public const string Weighted = nameof(Weighted);
    public const string Unweighted = nameof(Unweighted);
    public const string Tests = nameof(Tests);
    public const string And = nameof(And);
    public const string Quotation = nameof(Quotation);
    public const string WithFigure = nameof(WithFigure);
    public const string GradeOnScale = nameof(GradeOnScale);
    public const string TopicHandlingSpeed = nameof(TopicHandlingSpeed);
    public const string TopicHandlingReliability = nameof(TopicHandlingReliability);
    public const string TopicDecisionClarity = nameof(TopicDecisionClarity);
    public const string TopicProgressInformation = nameof(TopicProgressInformation);
    public const string TopicOnlineEase = nameof(TopicOnlineEase);
    public const string TopicApplicationEase = nameof(TopicApplicationEase);
    public const string TopicInstructionClarity = nameof(TopicInstructionClarity);
    public const string TopicFindingInformation = nameof(TopicFindingInformation);
    public const string TopicServiceAttitude = nameof(TopicServiceAttitude);
    public const string TopicStaffExpertise = nameof(TopicStaffExpertise);
    public const string TopicPhoneReach = nameof(TopicPhoneReach);
    public const string TopicMessageSpeed = nameof(TopicMessageSpeed);

    private static readonly ResourceManager Texts = new(typeof(NarrativeTexts));

    private static readonly FrozenDictionary<string, string> ShortNames = new Dictionary<string, string>
    {
        ["HAN_SPEED"] = TopicHandlingSpeed,
        ["HAN_RELIABLE"] = TopicHandlingReliability,
        ["HAN_DECISION"] = TopicDecisionClarity,
        ["HAN_INFORMED"] = TopicProgressInformation,
        ["DIG_EASE"] = TopicOnlineEase,
        ["DIG_FORM"] = TopicApplicationEase,
        ["INF_CLEAR"] = TopicInstructionClarity,
        ["INF_FIND"] = TopicFindingInformation,
        ["STF_FRIENDLY"] = TopicServiceAttitude,
        ["STF_EXPERT"] = TopicStaffExpertise,
        ["PHO_REACH"] = TopicPhoneReach,
        ["MSG_SPEED"] = TopicMessageSpeed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a key in a language.</summary>
    public static string In(string language, string key) =>
        Texts.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new ArgumentException($"No text '{key}'.", nameof(key));

    /// <summary>What a rating of the built-in questionnaire is called within a sentence, or null for other questions.</summary>
    public static string? ShortName(string language, string questionCode) =>
        ShortNames.TryGetValue(questionCode, out var key) ? In(language, key) : null;
}
