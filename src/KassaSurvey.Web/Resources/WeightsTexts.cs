namespace KassaSurvey.Web.Resources;

/// <summary>Keys of the texts of weighting a closed wave.</summary>
public sealed class WeightsTexts
{
    public const string Title = nameof(Title);
    public const string Lead = nameof(Lead);
    public const string StateWeighted = nameof(StateWeighted);
    public const string StateUnweighted = nameof(StateUnweighted);
    public const string NoCounts = nameof(NoCounts);
    public const string CountedOn = nameof(CountedOn);
    public const string Choose = nameof(Choose);
    public const string Way = nameof(Way);
    public const string WayEach = nameof(WayEach);
    public const string WayCombined = nameof(WayCombined);
    public const string Bounds = nameof(Bounds);
    public const string Lowest = nameof(Lowest);
    public const string Highest = nameof(Highest);
    public const string BoundsHint = nameof(BoundsHint);
    public const string Preview = nameof(Preview);
    public const string Members = nameof(Members);
    public const string Answers = nameof(Answers);
    public const string ShareOfRegister = nameof(ShareOfRegister);
    public const string ShareOfAnswers = nameof(ShareOfAnswers);
    public const string ShareWeighted = nameof(ShareWeighted);
    public const string EffectiveSize = nameof(EffectiveSize);
    public const string DesignEffect = nameof(DesignEffect);
    public const string LargestWeight = nameof(LargestWeight);
    public const string SmallestWeight = nameof(SmallestWeight);
    public const string CostNote = nameof(CostNote);
    public const string EmptyNote = nameof(EmptyNote);
    public const string HiddenNote = nameof(HiddenNote);
    public const string Hidden = nameof(Hidden);
    public const string Empty = nameof(Empty);
    public const string Thin = nameof(Thin);
    public const string MergeOne = nameof(MergeOne);
    public const string NoMerge = nameof(NoMerge);
    public const string Merged = nameof(Merged);
    public const string MergedPair = nameof(MergedPair);
    public const string Undo = nameof(Undo);
    public const string Reason = nameof(Reason);
    public const string ReasonProposal = nameof(ReasonProposal);
    public const string UseNote = nameof(UseNote);
    public const string Use = nameof(Use);
    public const string Used = nameof(Used);
    public const string NotKnown = nameof(NotKnown);
}
